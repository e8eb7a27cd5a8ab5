import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asOwner } from "../../shared/owner-connection.js";
import { asRole } from "../submission/testing/as-role.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";
import { hubChain } from "./audit-entry.repository.js";
import { sealDays } from "./seal-days.service.js";
import { entriesOf, faultsOf, tamper } from "./testing/tampering.js";

interface Heads {
  auditHeads: {
    day: string;
    sealedAt: string;
    heads: { chain: string; head: string }[];
    signature: string;
    key: { kty: string; crv: string; x: string; kid: string };
  } | null;
}

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
beforeEach(() => tamper(hub.database, "DELETE FROM quality_indicators_published.audit_heads"));
afterAll(() => hub.database.drop());

const sealAt = (instant: string, signingKey: Parameters<typeof sealDays.run>[0]["signingKey"] = null) =>
  sealDays.run({ address: hub.database.address, clock: () => new Date(instant), signingKey });
const days = async (): Promise<string[]> =>
  (
    await hub.database.query<{ day: string }>(
      "SELECT day::text FROM quality_indicators_published.audit_heads ORDER BY day",
    )
  ).map(({ day }) => day);
const headsOf = async (day?: string): Promise<Heads["auditHeads"]> => {
  const { data, errors } = await hub.ask<Heads>(
    "query ($day: Date) { auditHeads(day: $day) { day sealedAt heads { chain head } signature key { kty crv x kid } } }",
    { day },
  );
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.auditHeads;
};

describe("the daily heads of the audit", () => {
  it("are sealed for yesterday at first, then for every day that ended, missed ones too", async () => {
    await sealAt("2026-05-06T14:00:00Z");
    expect(await days()).toEqual(["2026-05-05"]);
    await sealAt("2026-05-06T23:00:00Z");
    expect(await days()).toEqual(["2026-05-05"]);
    await sealAt("2026-05-09T14:00:00Z");
    expect(await days()).toEqual(["2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"]);
  });

  it("end a day at midnight in Toronto, not in Greenwich", async () => {
    await sealAt("2026-05-07T03:59:59Z");
    expect(await days()).toEqual(["2026-05-05"]);
    await sealAt("2026-05-07T04:00:00Z");
    expect(await days()).toEqual(["2026-05-05", "2026-05-06"]);
  });

  it("are the heads at the end of the day, and those of later entries come with their own day", async () => {
    await hub.database.query(
      `INSERT INTO quality_indicators.audit_entry (chain, event, subject, actor, at) VALUES
         ('HUB', 'CAMPAIGN_OPENED', '2030', 'x', '2026-05-06T03:59:59.999Z'),
         ('HUB', 'CAMPAIGN_OPENED', '2031', 'x', '2026-05-06T04:00:00Z')`,
    );
    await sealAt("2026-05-06T14:00:00Z");
    await sealAt("2026-05-07T14:00:00Z");
    const [first, second] = (await entriesOf(hub.database, hubChain)).map(({ head }) => head.toString("hex"));
    const headOfHub = async (day: string) =>
      (await headsOf(day))!.heads.find(({ chain }) => chain === hubChain)!.head;
    expect([await headOfHub("2026-05-05"), await headOfHub("2026-05-06")]).toEqual([first, second]);
    expect(await faultsOf(hub.database)).toEqual([]);
  });

  it("are sealed once when several processes do it at the same moment", async () => {
    await Promise.all(Array.from({ length: 4 }, () => sealAt("2026-05-06T14:00:00Z")));
    await Promise.all(Array.from({ length: 4 }, () => sealAt("2026-05-08T14:00:00Z")));
    expect(await days()).toEqual(["2026-05-05", "2026-05-06", "2026-05-07"]);
  });

  it("are read by the public: the last day, or a given one, or none", async () => {
    expect(await headsOf()).toBeNull();
    await sealAt("2026-05-06T14:00:00Z");
    await sealAt("2026-05-07T14:00:00Z");
    expect([(await headsOf())!.day, (await headsOf("2026-05-05"))!.day]).toEqual([
      "2026-05-06",
      "2026-05-05",
    ]);
    expect(await headsOf("2026-05-04")).toBeNull();
    const { data } = await hub.ask<Heads>('{ auditHeads(asOf: "2026-05-06") { day } }');
    expect(data!.auditHeads).toEqual({ day: "2026-05-05" });
  });

  it("tell of chains and heads only, and anybody can verify their signature with the key beside", async () => {
    await sealAt("2026-05-06T14:00:00Z");
    const sealed = (await headsOf())!;
    const [header = "", payload = "", signature = ""] = sealed.signature.split(".");
    const key = createPublicKey({ key: sealed.key, format: "jwk" });
    expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"))).toBe(
      true,
    );
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual({
      alg: "EdDSA",
      typ: "carrefour-audit-heads",
      kid: sealed.key.kid,
    });
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual({
      day: "2026-05-05",
      sealedAt: "2026-05-06T14:00:00.000Z",
      heads: Object.fromEntries(sealed.heads.map(({ chain, head }) => [chain, head])),
    });
    for (const { head } of sealed.heads) expect(head).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are signed with the key that was given, the same in every process when none was", async () => {
    await sealAt("2026-05-06T14:00:00Z");
    await sealAt("2026-05-07T14:00:00Z");
    await sealAt("2026-05-08T14:00:00Z", generateKeyPairSync("ed25519").privateKey);
    const [first, second, third] = await Promise.all(
      ["2026-05-05", "2026-05-06", "2026-05-07"].map(async (day) => (await headsOf(day))!.key.kid),
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it("are added, changed and removed by no role that logs in, and changed by the owner of the tables neither", async () => {
    await sealAt("2026-05-06T14:00:00Z");
    const claims = {
      "hub.sealing": "on",
      "hub.seeding": "on",
      "hub.subject": "x",
      "hub.scopes": "steward:publish",
    };
    const add = `INSERT INTO quality_indicators_published.audit_heads
      SELECT day + 1, heads, sealed_at, signature, key FROM quality_indicators_published.audit_heads`;
    const changes = [
      "UPDATE quality_indicators_published.audit_heads SET heads = '{}'",
      "DELETE FROM quality_indicators_published.audit_heads",
    ];
    for (const role of ["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const)
      for (const sql of [add, ...changes])
        expect([role, sql, await asRole(hub.database, role, claims, sql)]).toEqual([role, sql, "42501"]);
    await asOwner(hub.database.address, async (owner) => {
      await owner.query(
        "SELECT set_config('hub.seeding', 'on', false), set_config('hub.sealing', 'on', false)",
      );
      for (const sql of changes) expect(await owner.query(`${sql} RETURNING 1`)).toEqual([]);
      await owner.query("SELECT set_config('hub.sealing', '', false)");
      await expect(owner.query(add)).rejects.toMatchObject({ code: "42501" });
    });
  });
});
