import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { type LoginRole, urlOfRole } from "../../shared/database-address.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";

let hub: Collection;
let before: object[];
const values = "value, low, high, text, numerator, denominator";
const rows = `SELECT id::integer, status, reason, ${values} FROM quality_indicators_published.observation
  WHERE vintage = '2024.1' ORDER BY id`;

/** What a role reads, with the settings of a caller; a refusal is told by its code. */
async function readAs(
  role: LoginRole,
  sql: string,
  settings: Record<string, string> = {},
): Promise<Record<string, unknown>[] | string> {
  const client = new pg.Client({ connectionString: urlOfRole(hub.database.address, role) });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const [name, value] of Object.entries(settings))
      await client.query("SELECT set_config($1, $2, true)", [name, value]);
    const { rows: found } = await client.query<Record<string, unknown>>(sql);
    await client.query("COMMIT");
    return found;
  } catch (refusal) {
    return (refusal as pg.DatabaseError).code ?? "unknown";
  } finally {
    await client.end();
  }
}
const publisher = { "hub.subject": "steward:publish", "hub.scopes": "steward:publish" };
const audiences = ["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const;

beforeAll(async () => {
  hub = await aCollection();
  before = await hub.database.query(rows);
  await hub.database.query(
    `UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = now(),
       withdrawn_reason = '{"fr":"Erreur","en":null,"status":"PROPOSED"}' WHERE code = '2024.1'`,
  );
});
afterAll(() => hub.database.drop());

describe("a withdrawn vintage", () => {
  it.each(audiences)("keeps its rows and none of its values in the table that %s reads", async (role) => {
    expect(before.filter((row) => (row as { value: number | null }).value !== null).length).toBeGreaterThan(
      40,
    );
    const nothing = Object.fromEntries(values.split(", ").map((name) => [name, null]));
    expect(await readAs(role, rows, publisher)).toEqual(
      before.map((row) => ({
        id: (row as { id: number }).id,
        status: "WITHDRAWN",
        reason: "VINTAGE_WITHDRAWN",
        ...nothing,
      })),
    );
  });

  it("is kept apart as it was, for stewards only", async () => {
    const kept = `SELECT observation::integer AS id, status, reason, ${values}
      FROM quality_indicators.withdrawn_observation ORDER BY observation`;
    for (const role of ["hub_public", "hub_researcher", "hub_establishment"] as const)
      expect(await readAs(role, kept, { ...publisher, "hub.seeding": "on" })).toBe("42501");
    expect(await readAs("hub_steward", kept)).toEqual([]);
    expect(await readAs("hub_steward", kept, publisher)).toEqual(before);
    for (const change of [
      "UPDATE quality_indicators.withdrawn_observation SET value = 1",
      "DELETE FROM quality_indicators.withdrawn_observation",
    ])
      expect(await readAs("hub_steward", change, publisher)).toBe("42501");
  });

  it("does not come back", async () => {
    const back = "UPDATE quality_indicators_published.vintage SET status = 'PUBLISHED' WHERE code = '2024.1'";
    await expect(hub.database.query(back)).rejects.toMatchObject({ code: "23514" });
  });
});

describe("the revisions that a vintage was made of", () => {
  const made = "SELECT revision FROM quality_indicators.vintage_revision WHERE vintage = '2024.1'";

  it("are read by stewards only", async () => {
    for (const role of ["hub_public", "hub_researcher", "hub_establishment"] as const)
      expect(await readAs(role, made, { ...publisher, "hub.seeding": "on" })).toBe("42501");
    expect(await readAs("hub_steward", made)).toEqual([]);
    expect(await readAs("hub_steward", made, publisher)).toHaveLength(28);
  });

  it("are added by who publishes, and changed or removed by nobody", async () => {
    const add = `INSERT INTO quality_indicators.vintage_revision
      SELECT '2024.1', id, 1 FROM quality_indicators.submission WHERE campaign = '2025-2026' LIMIT 1`;
    const collector = { "hub.subject": "steward:collect", "hub.scopes": "steward:collect" };
    expect(await readAs("hub_steward", add, collector)).toBe("42501");
    expect(await readAs("hub_steward", add, publisher)).toEqual([]);
    for (const change of [
      "UPDATE quality_indicators.vintage_revision SET revision = 2",
      "DELETE FROM quality_indicators.vintage_revision",
    ])
      expect(await readAs("hub_steward", change, publisher)).toBe("42501");
  });
});
