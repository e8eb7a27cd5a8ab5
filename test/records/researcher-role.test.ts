import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../harness/as-role.js";
import { aDatabase, type TestDatabase } from "../harness/database.js";

/* Whoever sends SQL of its own as a researcher, with the best settings a researcher may have. */
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
});
afterAll(() => database.drop());

const denied = "42501";
const researcher = {
  "hub.subject": "researcher",
  "hub.agreement": "entente-demo-1",
  "hub.scopes": "research:read",
};

/** Every table, view, sequence and materialised view that is not PostgreSQL's own, by its schema. */
const relations = (): Promise<{ schema: string; name: string; kind: string }[]> =>
  database.query(
    `SELECT nspname AS schema, format('%I.%I', nspname, relname) AS name, relkind AS kind
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
     ORDER BY 2`,
  );
const isRaw = ({ schema }: { schema: string }): boolean =>
  !schema.endsWith("_published") && schema !== "partners_release";

describe("the researchers' role in PostgreSQL", () => {
  it("is refused on every relation of every raw schema, whatever it says that it is", async () => {
    const raw = (await relations()).filter(isRaw);
    const tables = raw.map(({ name }) => name);
    for (const known of ["partners.partner", "partners.engagement", "quality_indicators.submission"])
      expect(tables).toContain(known);
    const settings = [
      researcher,
      {
        ...researcher,
        "hub.scopes": "research:read steward:privacy figures:write",
        "hub.establishment": "chum",
      },
      { ...researcher, "hub.seeding": "on" },
    ];
    for (const said of settings) {
      const refused = await Promise.all(
        ["SELECT * FROM", "SELECT FROM", "TABLE"].map((ask) =>
          asRole(database, "hub_researcher", said, `${ask} ${tables[0]}`),
        ),
      );
      expect(refused).toEqual([denied, denied, denied]);
    }
    for (const { name, kind } of raw)
      for (const sql of [
        `SELECT FROM ${name}`,
        ...(kind === "S" ? [] : [`INSERT INTO ${name} DEFAULT VALUES`, `DELETE FROM ${name}`]),
      ])
        expect([sql, await asRole(database, "hub_researcher", researcher, sql)]).toEqual([sql, denied]);
  });

  it("may not even name what is in a raw schema, and becomes no other role", async () => {
    const schemas = [...new Set((await relations()).filter(isRaw).map(({ schema }) => schema))];
    const [rights] = await database.query<{ may: string[] | null }>(
      `SELECT array_agg(schema) FILTER (WHERE has_schema_privilege('hub_researcher', schema, 'USAGE, CREATE')) AS may
       FROM unnest($1::text[]) AS schema`,
      [schemas],
    );
    expect(rights!.may).toBeNull();
    for (const role of ["hub_owner", "hub_steward", "hub_establishment"])
      expect(await asRole(database, "hub_researcher", researcher, `SET ROLE ${role}`)).toBe(denied);
  });

  it("reads its own records and no others, and changes none: the same SQL works where it may", async () => {
    const own = await asRole(database, "hub_researcher", researcher, "SELECT FROM partners_release.record");
    expect(own).toBeGreaterThan(1_000);
    for (const sql of [
      "UPDATE partners_release.record SET gender = 'ALL'",
      "DELETE FROM partners_release.record",
      "SELECT FROM partners_release.release_read",
      "SELECT built_by FROM partners_release.release",
    ])
      expect([sql, await asRole(database, "hub_researcher", researcher, sql)]).toEqual([sql, denied]);
  });

  it("keeps the measure of a file of its own approved release, and reads it, as a researcher only", async () => {
    const measure = (agreement = "entente-demo-1") =>
      `INSERT INTO partners_release.release_file (release, agreement, etag, format, block_bytes, tail, sha256)
       SELECT release, '${agreement}', 'essai', 'csv', '{1}', '', sha256('') FROM partners_release.release_agreement`;
    const kept = "; SELECT FROM partners_release.release_file";
    const as = (said: Record<string, string>, sql: string) => asRole(database, "hub_researcher", said, sql);
    expect(await as(researcher, measure() + kept)).toBe(1);
    expect(await as(researcher, measure("entente-demo-2"))).toBe(denied);
    expect(await as({ ...researcher, "hub.scopes": "" }, measure())).toBe(denied);
    const nextAsOther = `; SELECT set_config('hub.agreement', 'entente-demo-2', true)${kept}`;
    expect(await as(researcher, measure() + nextAsOther)).toBe(0);
    const nextWithout = `; SELECT set_config('hub.scopes', '', true)${kept}`;
    expect(await as(researcher, measure() + nextWithout)).toBe(0);
    await database.query(
      "UPDATE partners_release.release SET status = 'BUILT', approved_by = NULL, approved_at = NULL",
    );
    expect(await as(researcher, measure())).toBe(denied);
  });
});
