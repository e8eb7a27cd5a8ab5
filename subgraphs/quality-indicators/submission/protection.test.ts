import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoginRole } from "../../shared/database-address.js";
import { takeUnwitnessedEvents } from "../audit/testing/unwitnessed.js";
import { asRole } from "./testing/as-role.js";
import { aCollection, type Collection } from "./testing/collection.js";

const tables = [
  "campaign_window",
  "frame",
  "submission",
  "submission_revision",
  "idempotency_key",
  "audit_entry",
];
const ofTenants = tables.filter((table) => table !== "campaign_window");
let hub: Collection;

beforeAll(async () => {
  hub = await aCollection();
  await hub.push();
});
afterAll(() => hub.database.drop());

const as = (role: LoginRole, settings: Record<string, string>, sql: string) =>
  asRole(hub.database, role, settings, sql);
const chum = { "hub.establishment": "chum", "hub.subject": "user:chum", "hub.scopes": "figures:write" };
const steward = (scope: string) => ({ "hub.subject": scope, "hub.scopes": scope });
const denied = "42501";
const estrie = "(SELECT id FROM quality_indicators.submission WHERE establishment = 'ciusss-estrie-chus')";

describe("what PostgreSQL itself refuses", () => {
  it.each(ofTenants)("shows an establishment no row of another in %s", async (table) => {
    const link = ["submission", "frame", "idempotency_key"].includes(table)
      ? "establishment <> 'chum'"
      : "submission NOT IN (SELECT id FROM quality_indicators.submission WHERE establishment = 'chum')";
    const all = `SELECT FROM quality_indicators.${table}`;
    const everybody = await hub.database.query(`${all} WHERE ${link}`);
    expect(everybody.length).toBeGreaterThan(0);
    expect(await as("hub_establishment", chum, `${all} WHERE ${link}`)).toBe(0);
    if (table !== "idempotency_key") expect(await as("hub_establishment", chum, all)).toBeGreaterThan(0);
  });

  it.each(tables)("shows no row of %s to an establishment or a steward without settings", async (table) => {
    expect(await as("hub_establishment", {}, `SELECT FROM quality_indicators.${table}`)).toBe(0);
    const seen = await as("hub_steward", {}, `SELECT FROM quality_indicators.${table}`);
    expect(seen).toBe(0);
  });

  it.each(tables)("keeps %s from the public and from researchers, whatever they claim", async (table) => {
    const claims = { ...chum, "hub.scopes": "steward:collect steward:publish", "hub.seeding": "on" };
    for (const role of ["hub_public", "hub_researcher"] as const)
      expect(await as(role, claims, `SELECT FROM quality_indicators.${table}`)).toBe(denied);
  });

  it("lets nobody write a row for another establishment", async () => {
    const id = (await hub.database.query<{ id: string }>(estrie))[0]!.id;
    const writes = [
      "INSERT INTO quality_indicators.submission (campaign, office, establishment, state, current_revision) VALUES ('2025-2026', 'bureau-icm', 'icm', 'DRAFT', 1)",
      `INSERT INTO quality_indicators.submission_revision VALUES ('${id}', 9, '[]', 'user:chum', now(), 'DRAFT', NULL, NULL, true, '', '')`,
      "INSERT INTO quality_indicators.idempotency_key VALUES ('2025-2026', 'bureau-icm', 'icm', 'k', '', '{}')",
      "INSERT INTO quality_indicators.idempotency_key VALUES ('2025-2026', 'bureau-icm', 'chum', 'k', '', '{}')",
      `INSERT INTO quality_indicators.audit_entry (chain, submission, event, revision, actor, at) VALUES ('ciusss-estrie-chus', '${id}', 'REVISED', 1, 'user:chum', now())`,
    ];
    for (const sql of writes) expect([sql, await as("hub_establishment", chum, sql)]).toEqual([sql, denied]);
    const update = "UPDATE quality_indicators.submission SET state = 'DRAFT' WHERE establishment <> 'chum'";
    expect(await as("hub_establishment", chum, update)).toBe(0);
  });

  it("lets no establishment approve, publish or sign with another's name", async () => {
    const own = "WHERE establishment = 'chum' AND campaign = '2025-2026'";
    const update = (set: string) => `UPDATE quality_indicators.submission SET ${set} ${own}`;
    const next = "current_revision = current_revision + 1, state = ";
    expect(await hub.database.query(`SELECT FROM quality_indicators.submission ${own}`)).toHaveLength(1);
    expect(await as("hub_establishment", chum, update(`${next}'DRAFT'`))).toBe(1);
    for (const set of [
      `${next}'APPROVED'`,
      `${next}'PUBLISHED'`,
      "state = 'APPROVED'",
      "state = 'PUBLISHED'",
      "approved_revision = 1",
      "establishment = 'icm'",
    ])
      expect([set, await as("hub_establishment", chum, update(set))]).toEqual([set, denied]);
    const signed = (actor: string) =>
      `INSERT INTO quality_indicators.audit_entry (chain, submission, event, revision, actor, at) SELECT establishment, id, 'REVISED', 1, '${actor}', now() FROM quality_indicators.submission ${own}`;
    await takeUnwitnessedEvents(hub.database);
    expect(await as("hub_establishment", chum, signed("user:chum"))).toBe(1);
    expect(await as("hub_establishment", chum, signed("user:icm"))).toBe(denied);
  });

  it.each(["submission_revision", "idempotency_key", "audit_entry"])(
    "lets nobody change or remove a row of %s",
    async (table) => {
      const column = table === "idempotency_key" ? "key" : table === "audit_entry" ? "actor" : "reason";
      for (const [role, settings] of [
        ["hub_establishment", chum],
        ["hub_steward", steward("steward:publish")],
      ] as const) {
        expect(await as(role, settings, `UPDATE quality_indicators.${table} SET ${column} = 'x'`)).toBe(
          denied,
        );
        expect(await as(role, settings, `DELETE FROM quality_indicators.${table}`)).toBe(denied);
      }
    },
  );

  it("lets a steward decide by scope only, and never approve what the same person sent or publish what it approved", async () => {
    const approve = (by: string) =>
      `UPDATE quality_indicators.submission SET state = 'APPROVED', approved_revision = 1, approved_by = '${by}', approved_at = now() WHERE establishment = 'ciusss-estrie-chus' AND campaign = '2025-2026'`;
    const publish =
      "UPDATE quality_indicators.submission SET state = 'PUBLISHED', published_revision = approved_revision WHERE campaign = '2025-2026' AND state = 'APPROVED'";
    expect(await as("hub_steward", steward("steward:privacy"), approve("steward:privacy"))).toBe(0);
    expect(await as("hub_steward", steward("steward:collect"), approve("steward:collect"))).toBe(1);
    expect(await as("hub_steward", steward("steward:collect"), approve("somebody else"))).toBe(denied);
    const sender = { "hub.subject": "user:ciusss-estrie-chus", "hub.scopes": "steward:collect" };
    expect(await as("hub_steward", sender, approve("user:ciusss-estrie-chus"))).toBe(denied);
    expect(await as("hub_steward", steward("steward:collect"), publish)).toBe(denied);
    expect(await as("hub_steward", steward("steward:publish"), publish)).toBe(20);
    const approver = { "hub.subject": "steward:collect", "hub.scopes": "steward:publish" };
    expect(await as("hub_steward", approver, publish)).toBe(denied);
  });
});
