import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { qualityIndicatorsReference } from "../../seeds/reference/quality-indicators.seed.js";
import { asOwner, subgraphs } from "../../subgraphs/index.js";
import { type LoginRole, loginRoles, urlOfRole } from "../../subgraphs/shared/database-address.js";
import { asCaller } from "../../subgraphs/shared/tenancy.js";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../harness/database.js";
import { replant } from "../harness/replant.js";
import { aSteward, aSubgraph, everySubgraph } from "../harness/subgraph.js";

let database: TestDatabase;
beforeAll(async () => void (database = await aDatabase("demo")));
afterAll(() => database.drop());

const callers = loginRoles.filter((role) => role !== "hub_migrator");
const catalogue = subgraphs.find(({ name }) => name === "quality-indicators")!;

async function outcomes(role: LoginRole, statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client({
    connectionString: urlOfRole({ url: database.address.url, roleSecret: suiteRoleSecret }, role),
  });
  await client.connect();
  const seen: string[] = [];
  for (const sql of statements)
    seen.push(
      await client.query(sql).then(
        () => "done",
        (error: { code: string }) => error.code,
      ),
    );
  await client.end();
  return seen;
}

describe("the history of the published tables", () => {
  it.each(callers)("is read by %s and written by no statement of it", async (role) => {
    for (const { schemas } of subgraphs) {
      const table = `${schemas.published}.former_row`;
      const written = [
        `INSERT INTO ${table} VALUES ('source', '["P"]', '-infinity', now(), '{}')`,
        `UPDATE ${table} SET row = '{}'`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `SELECT ${schemas.own}.date_row()`,
        `SELECT ${schemas.own}.keep_former_row()`,
      ];
      expect(await outcomes(role, [`SELECT * FROM ${table}`])).toEqual(["done"]);
      expect(await outcomes(role, written)).toEqual(written.map(() => "42501"));
    }
  });

  it("holds reference tables only: observations and vintages have a history of their own, protected rows have none", async () => {
    const kept = await database.query<{ table: string }>(
      `SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname = 'former_row' ORDER BY 1`,
    );
    const tables = kept.map(({ table }) => table);
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => !table.split(".")[0]!.endsWith("_published"))).toEqual([]);
    expect(tables.filter((table) => /observation|vintage|submission|audit/.test(table))).toEqual([]);
  });

  it("keeps every published table that seeds plant or stewards write, but those that only grow", async () => {
    const without = await database.query<{ name: string }>(
      `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname LIKE '%\\_published' AND c.relname <> 'former_row'
         AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'former_row') ORDER BY 1`,
    );
    const owned = await Promise.all(
      without.map(async ({ name }) => ({
        name,
        mayChange: (
          await database.query(
            `SELECT 1 FROM unnest('{hub_public,hub_researcher,hub_establishment,hub_steward}'::text[]) AS role
             WHERE has_table_privilege(role, $1, 'DELETE') OR has_table_privilege(role, $1, 'TRUNCATE')`,
            [name],
          )
        ).length,
      })),
    );
    expect(owned.filter(({ mayChange }) => mayChange > 0)).toEqual([]);
    expect(owned.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "quality_indicators_published.observation",
        "quality_indicators_published.vintage",
      ]),
    );
  });

  it("dates what a steward adds by the clock of the hub, not by the word of a statement", async () => {
    const at = new Date("2026-06-15T03:30:00Z");
    const { ask } = aSubgraph(catalogue, database);
    await asCaller(
      { principal: aSteward("steward:collect"), database: database.of(catalogue), clock: () => at },
      (manager) =>
        manager.query(
          `INSERT INTO quality_indicators_published.campaign
             (code, title, period, basis, base, note, planted, known_from)
           SELECT '2031-2032', title, period, basis, base, note, false, '-infinity'
           FROM quality_indicators_published.campaign WHERE code = '2024'`,
        ),
    );
    const codes = async (asOf: string): Promise<string[]> => {
      const { data } = await ask<{ campaigns: { code: string }[] }>(
        "query ($d: Date) { campaigns(asOf: $d) { code } }",
        { d: asOf },
      );
      return data!.campaigns.map(({ code }) => code);
    };
    // Half past three in universal time is half past eleven in the evening before, in Toronto.
    expect(await codes("2026-06-13")).not.toContain("2031-2032");
    expect(await codes("2026-06-14")).toContain("2031-2032");
  });

  it("keeps the definition that a steward revised", async () => {
    const told = everySubgraph(database);
    const nameOn = async (asOf: string): Promise<string> => {
      const query = 'query ($d: Date) { qualityIndicator(code: "IQP-01", asOf: $d) { name { fr } } }';
      return (await told<{ name: { fr: string } }>("quality-indicators", query, { d: asOf })).name.fr;
    };
    const before = await nameOn("2026-07-01");
    await asCaller(
      {
        principal: aSteward("steward:publish"),
        database: database.of(catalogue),
        clock: () => new Date("2026-07-10T15:00:00Z"),
      },
      (manager) =>
        manager.query(
          `UPDATE quality_indicators_published.indicator
           SET version = version + 1, planted = false, name = '{"fr":"Révisé","en":null,"status":"PROPOSED"}'
           WHERE code = 'IQP-01'`,
        ),
    );
    expect([await nameOn("2026-07-09"), await nameOn("2026-07-10")]).toEqual([before, "Révisé"]);
    // The next reading of the documents leaves the steward's words.
    await replant(
      database,
      qualityIndicatorsReference(),
      "quality_indicators_published.indicator",
      (rows) => rows,
      new Date("2026-07-20T15:00:00Z"),
    );
    expect(await nameOn("2026-07-21")).toBe("Révisé");
  });

  it("lets no clock that is behind another make versions overlap", async () => {
    const table = "user_committees_published.posture";
    const change = (at: string, text: string) =>
      asOwner(database.address, async (owner) => {
        await owner.query("BEGIN");
        await owner.query("SELECT set_config('hub.now', $1, true)", [at]);
        await owner.query(
          `UPDATE ${table} SET provenance = jsonb_build_object('section', $1::text) WHERE position = 0`,
          [text],
        );
        await owner.query("COMMIT");
      });
    await change("2026-06-10T12:00:00Z", "first");
    await change("2026-06-10T11:00:00Z", "second");
    await change("2026-06-20T12:00:00Z", "third");
    const kept = await database.query<{ from: string; until: string; section: string }>(
      `SELECT known_from::text AS from, known_until::text AS until, row->'provenance'->>'section' AS section
       FROM user_committees_published.former_row WHERE relation = 'posture' ORDER BY known_until`,
    );
    expect(kept).toHaveLength(2);
    expect(kept[1]).toMatchObject({ section: "second", from: kept[0]!.until });
  });
});
