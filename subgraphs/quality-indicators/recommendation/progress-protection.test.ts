import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../../../test/harness/as-role.js";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("reference");
});
afterAll(() => database.drop());

describe("the table of declarations, asked directly", () => {
  const table = "quality_indicators_published.recommendation_progress";
  const row = (changes: Record<string, string> = {}): string => {
    const values = {
      recommendation: "'P1'",
      number: "1",
      status: "'DONE'",
      evidence: `'{"fr": "Fait."}'`,
      linked_indicators: "'{}'",
      date: "'2026-05-01'",
      declared_at: "'2026-05-04T12:00:00Z'",
      synthetic: "false",
      ...changes,
    };
    return `INSERT INTO ${table} (${Object.keys(values).join(", ")}) VALUES (${Object.values(values).join(", ")})`;
  };
  const settings = (scopes: string, subject = "somebody") => ({
    "hub.scopes": scopes,
    "hub.subject": subject,
  });
  const collects = settings("steward:collect");

  it("takes the next row of who collects", async () => {
    expect(await asRole(database, "hub_steward", collects, row())).toBe(1);
  });

  it.each([
    ["nobody", {}],
    ["a scope without a person", { "hub.scopes": "steward:collect" }],
    ["who publishes", settings("steward:publish")],
    ["who says to be planting seeds", { "hub.seeding": "on" }],
  ])("refuses %s", async (_who, given) => {
    expect(await asRole(database, "hub_steward", given as Record<string, string>, row())).toBe("42501");
  });

  it.each(["hub_public", "hub_researcher", "hub_establishment"] as const)(
    "refuses %s whatever it says",
    async (role) => {
      expect(await asRole(database, role, collects, row())).toBe("42501");
    },
  );

  it.each([
    ["a rank that leaves a gap", { number: "2" }, "42501"],
    ["a recommendation that does not exist", { recommendation: "'P13'" }, "42501"],
    ["a state of no list", { status: "'NEARLY'" }, "23514"],
    ["a state without its proof", { evidence: "NULL" }, "23514"],
    ["a proof that says nothing in French", { evidence: `'{"en": "Done."}'` }, "23514"],
    ["a first state that is unknown", { status: "'UNKNOWN'", reason: `'{"fr": "x"}'` }, "23514"],
    ["a day after its declaration", { date: "'2026-05-05'" }, "23514"],
  ])("refuses %s", async (_title, changes, code) => {
    expect(await asRole(database, "hub_steward", collects, row(changes as Record<string, string>))).toBe(
      code,
    );
  });

  it("refuses a declaration dated before the last one", async () => {
    const earlier = row({ number: "2", declared_at: "'2026-05-03T12:00:00Z'" });
    expect(await asRole(database, "hub_steward", collects, `${row()}; ${earlier}`)).toBe("42501");
  });

  it("takes for real nothing that a demonstration receives", async () => {
    await database.query("INSERT INTO quality_indicators.seed (name, fingerprint) VALUES ('demo', '')");
    const given = collects;
    expect(await asRole(database, "hub_steward", given, row())).toBe("42501");
    expect(await asRole(database, "hub_steward", given, row({ synthetic: "true" }))).toBe(1);
    await database.query("DELETE FROM quality_indicators.seed WHERE name = 'demo'");
  });

  it("lets everybody read and nobody rewrite or remove", async () => {
    await database.query(row());
    for (const role of ["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const) {
      expect(await asRole(database, role, {}, `SELECT FROM ${table}`)).toBe(1);
      for (const change of [`UPDATE ${table} SET actor = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
        expect([role, change, await asRole(database, role, collects, change)]).toEqual([
          role,
          change,
          "42501",
        ]);
    }
  });
});
