import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aResearcher } from "../../../test/harness/subgraph.js";
import { aPush } from "../submission/testing/a-push.js";
import { act, chum, collector, protector, publisher, refused } from "../submission/testing/an-act.js";
import { asRole } from "../submission/testing/as-role.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

const office = "bureau-ciusss-estrie-chus";
const lock = new Date("2026-07-01T04:00:00Z");
const afterLock = new Date("2026-07-02T14:00:00Z");

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
  await hub.database.query(
    "UPDATE quality_indicators.campaign_window SET closes_at = '2026-06-01T04:00:00Z', lock_at = $1 WHERE campaign = '2025-2026'",
    [lock],
  );
});
afterAll(() => hub.database.drop());
beforeEach(async () => {
  await hub.forget();
  await hub.database.query("DELETE FROM quality_indicators.lock_exception");
  hub.setClock(afterLock);
});

const grant = (changes: Record<string, string> = {}) => {
  const given = {
    campaign: "2025-2026",
    office,
    until: "2026-07-10",
    reason: "Panne du réseau.",
    ...changes,
  };
  const list = Object.entries(given).map(([name, value]) => `${name}: "${value}"`);
  return `grantLockException(${list.join(", ")}) { campaign office establishment { code } until reason grantedAt }`;
};
const exceptionsSeenBy = async (caller: typeof chum): Promise<unknown> => {
  const { data, errors } = await hub.ask<{ form: { window: { lockExceptions: object[] } } }>(
    '{ form(campaign: "2025-2026") { window { lockExceptions { office until reason } } } }',
    {},
    caller,
  );
  return errors ? errors[0]?.extensions?.code : data!.form.window.lockExceptions;
};

describe("a lock exception", () => {
  it("lets its office send after the lock until its end, and the figures are still marked late", async () => {
    const closed = await hub.writingNothing(() => hub.send(aPush()));
    expect(closed.errors![0]!.extensions).toMatchObject({ code: "CAMPAIGN_NOT_OPEN" });
    expect(await act(hub, grant(), collector)).toEqual({
      campaign: "2025-2026",
      office,
      establishment: { code: "ciusss-estrie-chus" },
      until: "2026-07-11T04:00:00.000Z",
      reason: "Panne du réseau.",
      grantedAt: afterLock.toISOString(),
    });
    hub.setClock(new Date("2026-07-11T03:59:59.999Z"));
    const late = { rule: "V23", code: "LATE", severity: "W" };
    expect(await hub.push({ mode: "DRY_RUN" })).toMatchObject({ issues: [late] });
    expect(await hub.push()).toMatchObject({ status: "ACCEPTED_WITH_WARNINGS", revision: 1, issues: [late] });
    hub.setClock(new Date("2026-07-11T04:00:00Z"));
    const over = await hub.writingNothing(() => hub.send(aPush({ baseRevision: 1 })));
    expect(over.errors![0]!.extensions).toMatchObject({ code: "CAMPAIGN_NOT_OPEN" });
  });

  it("serves no other office", async () => {
    await act(hub, grant({ office: "bureau-cisss-laval" }), collector);
    const { errors } = await hub.writingNothing(() => hub.send(aPush()));
    expect(errors![0]!.extensions).toMatchObject({ code: "CAMPAIGN_NOT_OPEN" });
  });

  it("stands in the chain of its establishment, and in its window for it alone and the collection", async () => {
    await act(hub, grant(), collector);
    await act(hub, grant({ office: "bureau-chum", until: "2026-07-03T17:00:00-04:00" }), collector);
    const events = await hub.database.query(
      `SELECT DISTINCT ON (chain) chain, event, subject, actor, reason, at FROM quality_indicators.audit_entry
       WHERE chain IN ('chum', 'ciusss-estrie-chus') ORDER BY chain, sequence DESC`,
    );
    const event = {
      event: "LOCK_EXCEPTION",
      subject: "2025-2026",
      actor: "steward:collect",
      reason: "Panne du réseau.",
      at: afterLock,
    };
    expect(events).toEqual([
      { chain: "chum", ...event },
      { chain: "ciusss-estrie-chus", ...event },
    ]);
    const [ofChum, ofEstrie] = [
      { office: "bureau-chum", until: "2026-07-03T21:00:00.000Z", reason: "Panne du réseau." },
      { office, until: "2026-07-11T04:00:00.000Z", reason: "Panne du réseau." },
    ];
    expect(await exceptionsSeenBy(estrie)).toEqual([ofEstrie]);
    expect(await exceptionsSeenBy(chum)).toEqual([ofChum]);
    expect(await exceptionsSeenBy(collector)).toEqual([ofChum, ofEstrie]);
    expect(await exceptionsSeenBy(aResearcher(null))).toBe("NOT_ALLOWED");
  });

  it.each([
    ["a campaign that nobody knows", { campaign: "1999" }, "UNKNOWN_CODE", "campaign"],
    ["a campaign that expects no office", { campaign: "2019" }, "UNKNOWN_CODE", "office"],
    ["an office that the campaign does not expect", { office: "bureau-inconnu" }, "UNKNOWN_CODE", "office"],
    ["an end that has passed", { until: "2026-07-01" }, "INVALID_ARGUMENT", "until"],
    ["an end that is no day", { until: "demain" }, "INVALID_ARGUMENT", undefined],
    ["a blank reason", { reason: " " }, "INVALID_ARGUMENT", "reason"],
  ])("is refused for %s", async (_title, changes, code, place) => {
    const answer = await refused(hub, grant(changes), collector);
    expect(answer).toMatchObject(place === undefined ? { code } : { code, place });
  });

  it("is refused before the lock, and the refusal says until when nobody needs one", async () => {
    hub.setClock(new Date("2026-07-01T03:59:00Z"));
    expect(await refused(hub, grant(), collector)).toEqual({ code: "NOT_LOCKED", place: "campaign" });
    const { errors } = await hub.ask(`mutation { ${grant()} }`, {}, collector);
    expect(errors![0]!.message).toContain("2026-07-01 00:00 (heure de Toronto)");
    hub.setClock(lock);
    await act(hub, grant(), collector);
  });

  it("is refused to whoever does not collect", async () => {
    for (const caller of [publisher, protector, estrie, aResearcher(null)])
      expect(await refused(hub, grant(), caller)).toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("what PostgreSQL itself refuses", () => {
  const denied = "42501";
  const steward = (scope: string) => ({ "hub.subject": "somebody", "hub.scopes": scope });
  const insert = (changes: Record<string, string> = {}) => {
    const row = {
      campaign: "'2025-2026'",
      office: `'${office}'`,
      establishment: "'ciusss-estrie-chus'",
      ends_at: "'2026-07-11'",
      reason: "'Panne.'",
      granted_by: "'somebody'",
      granted_at: "'2026-07-02'",
      ...changes,
    };
    return `INSERT INTO quality_indicators.lock_exception (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`;
  };
  const collects = steward("steward:collect");

  it("takes an exception from who collects, in its own name, after the lock, for an expected office", async () => {
    const asSteward = (settings: Record<string, string>, sql: string) =>
      asRole(hub.database, "hub_steward", settings, sql);
    expect(await asSteward(collects, insert())).toBe(1);
    expect(await asSteward({}, insert())).toBe(denied);
    expect(await asSteward(steward("steward:publish steward:privacy"), insert())).toBe(denied);
    expect(await asSteward(collects, insert({ granted_by: "'another'" }))).toBe(denied);
    expect(await asSteward(collects, insert({ granted_at: "'2026-06-30'" }))).toBe(denied);
    expect(await asSteward(collects, insert({ establishment: "'chum'" }))).toBe("23503");
    expect(await asSteward(collects, insert({ ends_at: "'2026-07-02'" }))).toBe("23514");
    expect(await asSteward(collects, insert({ reason: "' '" }))).toBe("23514");
  });

  it("lets nobody change or remove one, nor an establishment grant or see another's", async () => {
    await act(hub, grant(), collector);
    const all = "SELECT FROM quality_indicators.lock_exception";
    const as = (establishment: string) => ({ "hub.establishment": establishment, "hub.subject": "user" });
    expect(await asRole(hub.database, "hub_establishment", as("ciusss-estrie-chus"), all)).toBe(1);
    expect(await asRole(hub.database, "hub_establishment", as("chum"), all)).toBe(0);
    for (const role of ["hub_establishment", "hub_steward"] as const)
      for (const change of [
        "UPDATE quality_indicators.lock_exception SET ends_at = '2027-01-01'",
        "DELETE FROM quality_indicators.lock_exception",
      ])
        expect(await asRole(hub.database, role, collects, change)).toBe(denied);
    expect(await asRole(hub.database, "hub_establishment", as("ciusss-estrie-chus"), insert())).toBe(denied);
    for (const role of ["hub_public", "hub_researcher"] as const)
      expect(await asRole(hub.database, role, { ...collects, ...as("chum") }, all)).toBe(denied);
  });
});
