import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../../../test/harness/as-role.js";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("reference");
});
afterAll(() => database.drop());

describe("the table of records, asked directly", () => {
  const table = "quality_indicators_published.co_construction";
  const row = (changes: Record<string, string> = {}): string => {
    const values = {
      indicator: "'IQP-01'",
      number: "1",
      stage: "'TEST'",
      degree: "'PARTNERSHIP'",
      leadership: "'CO_LED'",
      partners: "12",
      profiles: "'{COACH}'",
      date: "'2026-05-01'",
      evidence: `'{"fr": "Fait."}'`,
      recorded_at: "'2026-05-04T12:00:00Z'",
      synthetic: "false",
      ...changes,
    };
    return `INSERT INTO ${table} (${Object.keys(values).join(", ")}) VALUES (${Object.values(values).join(", ")})`;
  };
  const settings = (scopes: string, subject = "somebody"): Record<string, string> => ({
    "hub.scopes": scopes,
    "hub.subject": subject,
  });
  const publishes = settings("steward:publish");

  it("takes the next row of who publishes", async () => {
    expect(await asRole(database, "hub_steward", publishes, row())).toBe(1);
  });

  it.each<[string, Record<string, string>]>([
    ["nobody", {}],
    ["a scope without a person", { "hub.scopes": "steward:publish" }],
    ["who collects", settings("steward:collect")],
    ["who says to be planting seeds", { "hub.seeding": "on" }],
  ])("refuses %s", async (_who, given) => {
    expect(await asRole(database, "hub_steward", given, row())).toBe("42501");
  });

  it.each(["hub_public", "hub_researcher", "hub_establishment"] as const)(
    "refuses %s whatever it says",
    async (role) => {
      expect(await asRole(database, role, publishes, row())).toBe("42501");
    },
  );

  it.each<[string, Record<string, string>, string]>([
    ["a rank that leaves a gap", { number: "2" }, "42501"],
    ["an indicator that does not exist", { indicator: "'IQP-99'" }, "42501"],
    ["a proof that says nothing in French", { evidence: `'{"en": "Done."}'` }, "23514"],
    ["a count of four partners", { partners: "4" }, "23514"],
    ["no count and no word of why", { partners: "NULL" }, "23514"],
    ["a profile of no list", { profiles: "'{DOCTOR}'" }, "23514"],
    ["a day after its recording", { date: "'2026-05-05'" }, "23514"],
  ])("refuses %s", async (_title, changes, code) => {
    expect(await asRole(database, "hub_steward", publishes, row(changes))).toBe(code);
  });

  it("takes for real nothing that a demonstration receives", async () => {
    await database.query("INSERT INTO quality_indicators.seed (name, fingerprint) VALUES ('demo', '')");
    const given = publishes;
    expect(await asRole(database, "hub_steward", given, row())).toBe("42501");
    expect(await asRole(database, "hub_steward", given, row({ synthetic: "true" }))).toBe(1);
    await database.query("DELETE FROM quality_indicators.seed WHERE name = 'demo'");
  });

  it("lets everybody read and nobody rewrite or remove", async () => {
    await database.query(row());
    for (const role of ["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const) {
      expect(await asRole(database, role, {}, `SELECT FROM ${table}`)).toBe(1);
      for (const change of [
        `UPDATE ${table} SET stage = 'TEST'`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ])
        expect([role, change, await asRole(database, role, publishes, change)]).toEqual([
          role,
          change,
          "42501",
        ]);
    }
  });
});
