import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import pg from "pg";
import { testDay } from "../../../test/harness/database.js";
import { aSteward } from "../../../test/harness/subgraph.js";
import { urlOfRole } from "../../shared/database-address.js";
import { asOwner } from "../../shared/owner-connection.js";
import { asCaller } from "../../shared/tenancy.js";
import { qualityIndicators } from "../index.js";
import { asRole } from "../submission/testing/as-role.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";
import { hubChain, type NewEvent, recordEvents } from "./audit-entry.repository.js";
import { AuditEvent } from "./audit-event.js";
import { entryHashOf } from "./entry-hash.js";
import { entriesOf, faultsOf } from "./testing/tampering.js";
import { takeUnwitnessedEvents } from "./testing/unwitnessed.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
  await hub.push();
  await takeUnwitnessedEvents(hub.database);
});
afterAll(() => hub.database.drop());

const denied = "42501";
const collector = { "hub.subject": "steward:collect", "hub.scopes": "steward:collect" };
const opened = (chain: string, subject = "2030"): NewEvent => ({
  chain,
  event: AuditEvent.CAMPAIGN_OPENED,
  submission: null,
  revision: null,
  subject,
  actor: "steward:collect",
  at: testDay,
  reason: null,
  vintage: null,
  beforeHash: null,
  afterHash: null,
});
const record = (events: readonly NewEvent[]): Promise<readonly string[]> =>
  asCaller(
    {
      principal: aSteward("steward:collect"),
      database: hub.database.of(qualityIndicators),
      clock: () => testDay,
    },
    (manager) => recordEvents(manager, events),
  );

describe("the chains of the audit", () => {
  it("number their entries from 1 without gap, and end where the table of chains says", async () => {
    const chains = await hub.database.query(
      `SELECT chain, count(*)::integer AS entries, max(entry.sequence) AS last, max(chain.length) AS length,
         bool_or(entry.sequence = chain.length AND entry.head = chain.head) AS ends
       FROM quality_indicators.audit_entry AS entry JOIN quality_indicators.audit_chain AS chain USING (chain)
       GROUP BY chain`,
    );
    expect(chains.length).toBeGreaterThanOrEqual(30);
    for (const chain of chains as { entries: number }[])
      expect(chain).toMatchObject({ last: chain.entries, length: chain.entries, ends: true });
  });

  it("hash any text in PostgreSQL as in TypeScript, an empty one unlike none", async () => {
    const text = fc.option(fc.string({ unit: "grapheme" }), { nil: null });
    const instant = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    });
    const samples = fc.sample(
      fc.record({ subject: fc.string(), reason: text, beforeHash: text, at: instant }),
      60,
    );
    const stored = (value: string | null) => value?.replaceAll("\0", "0") ?? null;
    const wellFormed = samples.map(({ subject, reason, beforeHash, at }) => ({
      ...opened("chaîne".normalize("NFD").replace(/\P{ASCII}/gu, ""), stored(subject) ?? ""),
      reason: stored(reason),
      beforeHash: stored(beforeHash),
      at,
    }));
    await record([...wellFormed, { ...opened("chaine"), reason: "" }, { ...opened("chaine"), reason: null }]);
    const kept = await entriesOf(hub.database, "chaine");
    expect(kept).toHaveLength(62);
    for (const entry of kept) expect(entryHashOf(entry)).toEqual(entry.entryHash);
    expect(new Set(kept.map(({ entryHash }) => entryHash.toString("hex"))).size).toBe(62);
    expect(new Set(kept.map(({ salt }) => salt.toString("hex"))).size).toBe(62);
  });

  it("give receipts in the order of the events, whatever order they are written in", async () => {
    const receipts = await record([opened("z"), opened("a"), opened("z"), opened(hubChain)]);
    expect(receipts.map((receipt) => receipt.replace(/[^/]*$/, ""))).toEqual([
      "z/1/",
      "a/1/",
      "z/2/",
      "HUB/1/",
    ]);
    const [last] = (await entriesOf(hub.database, "z")).slice(-1);
    expect(receipts[2]).toBe(`z/2/${last!.head.toString("hex")}`);
  });

  it("have no gap and no fork when many write to one at once, and some give up", async () => {
    const address = urlOfRole(hub.database.address, "hub_steward");
    const write = async (writer: number): Promise<void> => {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      for (let turn = 0; turn < 12; turn += 1) {
        await client.query("BEGIN");
        for (const [name, value] of Object.entries(collector))
          await client.query("SELECT set_config($1, $2, true)", [name, value]);
        await client.query(
          `INSERT INTO quality_indicators.audit_entry (chain, event, subject, actor, at)
           SELECT 'busy', 'CAMPAIGN_OPENED', $1, 'steward:collect', now() FROM generate_series(1, 2)`,
          [`${writer}/${turn}`],
        );
        await client.query(turn % 3 === writer % 3 ? "ROLLBACK" : "COMMIT");
      }
      await client.end();
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    const kept = await entriesOf(hub.database, "busy");
    expect(kept.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 128 }, (_, index) => index + 1),
    );
    expect(await faultsOf(hub.database)).toEqual([]);
  });

  it("never make two writers of several chains wait for each other", async () => {
    const both = ["left", "right"].map((chain) => opened(chain));
    const writes = Array.from({ length: 24 }, (_, turn) => record(turn % 2 ? both : [...both].reverse()));
    expect(await Promise.all(writes)).toHaveLength(24);
    expect(await entriesOf(hub.database, "left")).toHaveLength(24);
  });

  it("refuse a name with a slash, which ends the name in a receipt", async () => {
    await expect(record([opened("a/1")])).rejects.toMatchObject({ code: "23514" });
  });

  it("keep what happens to a submission in the chain of its establishment", async () => {
    const elsewhere = `INSERT INTO quality_indicators.audit_entry (chain, submission, revision, event, actor, at)
      SELECT 'icm', id, 1, 'RETURNED', 'steward:collect', now() FROM quality_indicators.submission
      WHERE establishment = 'chum' LIMIT 1`;
    await expect(hub.database.query(elsewhere)).rejects.toMatchObject({ code: "23503" });
  });
});

describe("an entry of the audit", () => {
  const changes = [
    "UPDATE quality_indicators.audit_entry SET reason = 'x'",
    "UPDATE quality_indicators.audit_entry SET head = '', salt = '', entry_hash = ''",
    "DELETE FROM quality_indicators.audit_entry",
    "TRUNCATE quality_indicators.audit_entry",
    "UPDATE quality_indicators.audit_chain SET length = 1",
    "DELETE FROM quality_indicators.audit_chain",
  ];
  const claims = {
    "hub.establishment": "chum",
    "hub.subject": "x",
    "hub.seeding": "on",
    "hub.sealing": "on",
  };

  it.each(["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const)(
    "is changed or removed by nobody who is %s",
    async (role) => {
      const scopes = "figures:write steward:collect steward:publish steward:privacy";
      for (const sql of changes)
        expect([sql, await asRole(hub.database, role, { ...claims, "hub.scopes": scopes }, sql)]).toEqual([
          sql,
          denied,
        ]);
    },
  );

  it.each(["", "on"])(
    "is not changed or removed by the owner of the tables either, while seeding is « %s »",
    async (seeding) => {
      const tried = async (sql: string): Promise<unknown> =>
        asOwner(hub.database.address, async (owner) => {
          await owner.query("BEGIN");
          await owner.query("SELECT set_config('hub.seeding', $1, true)", [seeding]);
          return (await owner.query(`${sql} ${sql.startsWith("TRUNCATE") ? "" : "RETURNING 1"}`)).length;
        }).catch((error: pg.DatabaseError) => error.code);
      for (const sql of changes)
        expect([sql, await tried(sql)]).toEqual([sql, sql.includes("audit_chain") ? 0 : denied]);
    },
  );

  it("is not changed by an administrator who forgets what it is", async () => {
    for (const sql of changes.slice(0, 4))
      await expect(hub.database.query(sql)).rejects.toMatchObject({ code: denied });
  });

  it.each(["sequence", "salt", "entry_hash", "head"])("has its %s from the table alone", async (column) => {
    const values = `'HUB', 'CAMPAIGN_OPENED', '2030', 'steward:collect', now(), ${column === "sequence" ? "99" : "'\\x00'"}`;
    const chosen = `INSERT INTO quality_indicators.audit_entry (chain, event, subject, actor, at, ${column}) VALUES (${values})`;
    expect(await asRole(hub.database, "hub_steward", collector, chosen)).toBe(denied);
    const before = (await entriesOf(hub.database, hubChain)).length;
    await hub.database.query(chosen);
    const kept = await entriesOf(hub.database, hubChain);
    expect(kept.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: before + 1 }, (_, at) => at + 1),
    );
    expect(await faultsOf(hub.database)).toEqual([]);
  });

  it("shows its salt to nobody", async () => {
    for (const role of ["hub_establishment", "hub_steward"] as const)
      expect(
        await asRole(hub.database, role, claims, "SELECT salt FROM quality_indicators.audit_entry"),
      ).toBe(denied);
  });

  it("is seen by its own establishment and by stewards", async () => {
    const all = "SELECT FROM quality_indicators.audit_entry";
    const others = `${all} WHERE chain <> 'chum'`;
    const chum = { "hub.establishment": "chum", "hub.subject": "user:chum", "hub.scopes": "figures:write" };
    expect(await asRole(hub.database, "hub_establishment", chum, all)).toBeGreaterThan(0);
    expect(await asRole(hub.database, "hub_establishment", chum, others)).toBe(0);
    expect(await asRole(hub.database, "hub_establishment", {}, all)).toBe(0);
    expect(await asRole(hub.database, "hub_steward", {}, all)).toBe(0);
    expect(await asRole(hub.database, "hub_steward", collector, others)).toBeGreaterThan(0);
  });
});

describe("who may write which event", () => {
  const ofSubmissions = ["RETURNED", "APPROVED", "UNAPPROVED", "WITHDRAWN", "LOCK_EXCEPTION", "REMINDED"];
  const withdrawal = ["VINTAGE_WITHDRAWAL_ASKED", "VINTAGE_WITHDRAWN"];
  const allowed: Record<string, readonly string[]> = {
    "figures:write": [
      ...["CREATED", "REVISED", "VALIDATED", "CORRECTED", "WITHDRAWN"],
      ...["FIGURE_COMMENTED", "FIGURE_COMMENT_WITHDRAWN"],
    ],
    // Who collects also pushes on behalf of an establishment.
    "steward:collect": [
      ...["CREATED", "REVISED", "VALIDATED", "CORRECTED"],
      ...ofSubmissions,
      ...["CAMPAIGN_OPENED", "PROGRESS_DECLARED"],
    ],
    "steward:publish": [
      ...["PUBLISHED", "INDICATOR_DEFINED", "CO_CONSTRUCTION_RECORDED", "FIGURE_COMMENT_ANSWERED"],
      ...withdrawal,
    ],
    "steward:privacy": withdrawal,
  };
  const ofTheHub = new Set([
    "CAMPAIGN_OPENED",
    "PROGRESS_DECLARED",
    "INDICATOR_DEFINED",
    "CO_CONSTRUCTION_RECORDED",
    ...withdrawal,
  ]);
  const insert = (event: string, actor: string, establishment: string): string =>
    ofTheHub.has(event) || event.startsWith("FIGURE_")
      ? `INSERT INTO quality_indicators.audit_entry (chain, event, subject, actor, at)
         VALUES ('${ofTheHub.has(event) ? "HUB" : establishment}', '${event}', 'X', '${actor}', now())`
      : `INSERT INTO quality_indicators.audit_entry (chain, event, submission, revision, actor, at)
         SELECT '${establishment}', '${event}', (SELECT id FROM quality_indicators.submission
           WHERE establishment = '${establishment}' AND campaign = '2024'), 1, '${actor}', now()`;

  it.each(Object.keys(allowed))("is told by the scope: %s", async (scope) => {
    const isSender = scope === "figures:write";
    const role = isSender ? "hub_establishment" : "hub_steward";
    const settings = {
      "hub.subject": "me",
      "hub.scopes": scope,
      ...(isSender ? { "hub.establishment": "chum" } : {}),
    };
    for (const event of Object.values(AuditEvent)) {
      const mine = await asRole(hub.database, role, settings, insert(event, "me", "chum"));
      expect([event, mine]).toEqual([event, allowed[scope]!.includes(event) ? 1 : denied]);
      const signedByAnother = await asRole(hub.database, role, settings, insert(event, "you", "chum"));
      expect([event, signedByAnother]).toEqual([event, denied]);
      if (isSender) {
        const ofAnother = await asRole(hub.database, role, settings, insert(event, "me", "icm"));
        // Another's submission is not even found, so that there is nothing to tell of.
        expect([event, [denied, "23514"]]).toEqual([event, expect.arrayContaining([ofAnother])]);
      }
    }
  });
});
