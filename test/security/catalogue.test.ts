import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../harness/database.js";
import { subgraphs } from "../../subgraphs/index.js";
import { prepareRoles } from "../../subgraphs/shared/database-roles.js";
import { type LoginRole, loginRoles, urlOfRole } from "../../subgraphs/shared/database-address.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
  // A copy of a template does not take over the rights on the database itself: the hub's own preparation sets them.
  await prepareRoles(database.address, subgraphs[0]!.schemas);
});
afterAll(() => database.drop());

interface Relation {
  schema: string;
  name: string;
  is_protected: boolean;
}

/** Every table of the hub, as the catalogue of PostgreSQL knows it. */
const relations = (): Promise<Relation[]> =>
  database.query<Relation>(
    `SELECT n.nspname AS schema, c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS is_protected
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1, 2`,
  );

async function asRole<Result>(
  role: LoginRole,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: urlOfRole({ url: database.address.url, roleSecret: suiteRoleSecret }, role),
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const outcome = (client: pg.Client, sql: string): Promise<string> =>
  client.query(sql).then(
    ({ rows }) => `${rows.length} rows`,
    (error: { code: string }) => error.code,
  );

const isPublished = ({ schema }: Relation): boolean => schema.endsWith("_published");
// What only says that seeds and migrations ran; no login role of a caller may read it either.
const isBookkeeping = ({ name }: Relation): boolean => name === "migration" || name === "seed";

describe("what each role may touch, table by table", () => {
  it("knows the ten schemas and the releases', and no other table anywhere", async () => {
    expect([...new Set((await relations()).map(({ schema }) => schema))]).toEqual([
      "establishments",
      "establishments_published",
      "partners",
      "partners_published",
      "partners_release",
      "quality_indicators",
      "quality_indicators_published",
      "research_partnerships",
      "research_partnerships_published",
      "user_committees",
      "user_committees_published",
    ]);
  });

  it("lets the public read every published table and nothing else", async () => {
    const all = await relations();
    expect(all.filter(isPublished).length).toBeGreaterThan(15);
    await asRole("hub_public", async (client) => {
      for (const relation of all) {
        const seen = await outcome(client, `SELECT * FROM ${relation.schema}.${relation.name} LIMIT 1`);
        expect([relation.schema, relation.name, seen]).toEqual([
          relation.schema,
          relation.name,
          isPublished(relation) ? expect.stringMatching(/ rows$/) : "42501",
        ]);
      }
    });
  });

  it("lets the public write nowhere", async () => {
    const privileges = await database.query(
      `SELECT table_schema, table_name, privilege_type FROM information_schema.role_table_grants
        WHERE grantee IN ('hub_public', 'PUBLIC') AND privilege_type <> 'SELECT' AND table_schema !~ '^(pg_|information_schema)'`,
    );
    expect(privileges).toEqual([]);
  });

  it("protects every table outside the published schemas with forced row-level security", async () => {
    const open = (await relations()).filter(
      (relation) => !isPublished(relation) && !isBookkeeping(relation) && !relation.is_protected,
    );
    expect(open).toEqual([]);
  });

  it("shows no protected row to a role that sets nothing", async () => {
    const all = (await relations()).filter((relation) => !isPublished(relation) && !isBookkeeping(relation));
    for (const role of loginRoles.filter((name) => name !== "hub_migrator"))
      await asRole(role, async (client) => {
        for (const { schema, name } of all)
          expect([
            role,
            `${schema}.${name}`,
            await outcome(client, `SELECT * FROM ${schema}.${name} LIMIT 1`),
          ]).toEqual([role, `${schema}.${name}`, expect.stringMatching(/^(0 rows|42501)$/)]);
      });
  });

  it("lets a researcher's role into the releases and the published tables only", async () => {
    const all = (await relations()).filter(
      (relation) => !isPublished(relation) && relation.schema !== "partners_release",
    );
    await asRole("hub_researcher", async (client) => {
      await client.query(`SELECT set_config('hub.subject', 'r', false), set_config('hub.agreement', 'entente-demo-1', false),
                                 set_config('hub.scopes', 'research:read', false)`);
      for (const { schema, name } of all)
        expect([
          `${schema}.${name}`,
          await outcome(client, `SELECT * FROM ${schema}.${name} LIMIT 1`),
        ]).toEqual([`${schema}.${name}`, "42501"]);
    });
  });

  it("gives no role BYPASSRLS, and no way into another role", async () => {
    expect(
      await database.query(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'hub\\_%' AND rolname <> 'hub_admin' AND (rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb)",
      ),
    ).toEqual([]);
    for (const role of loginRoles.filter((name) => name !== "hub_migrator"))
      await asRole(role, async (client) => {
        for (const other of ["hub_owner", ...loginRoles.filter((name) => name !== role)])
          expect([role, other, await outcome(client, `SET ROLE ${other}`)]).toEqual([role, other, "42501"]);
        expect(await outcome(client, "CREATE TEMP TABLE t (x int)")).toBe("42501");
      });
  });

  it("runs no view or function with its owner's rights", async () => {
    expect(
      await database.query(
        `SELECT n.nspname, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE p.prosecdef AND n.nspname !~ '^(pg_|information_schema)' AND has_function_privilege('hub_public', p.oid, 'EXECUTE')`,
      ),
    ).toEqual([]);
    expect(
      (await database.query("SELECT viewname FROM pg_views WHERE schemaname !~ '^(pg_|information_schema)'"))
        .length,
    ).toBe(0);
  });
});

describe("the published observations", () => {
  it("hold no number in a row that is suppressed, and refuse one", async () => {
    const [counts] = await database.query<{ suppressed: string; with_number: string }>(
      `SELECT count(*) FILTER (WHERE status = 'SUPPRESSED') AS suppressed,
              count(*) FILTER (WHERE status <> 'OBSERVED' AND num_nonnulls(value, low, high, text, numerator, denominator) > 0) AS with_number
         FROM quality_indicators_published.observation`,
    );
    expect(Number(counts?.suppressed)).toBeGreaterThan(0);
    expect(counts?.with_number).toBe("0");
    await expect(
      database.query(
        "UPDATE quality_indicators_published.observation SET value = 3 WHERE status = 'SUPPRESSED'",
      ),
    ).rejects.toMatchObject({ code: "23514" });
  });

  it("say SUPPRESSED, reason SYNTHETIC, at the level of an establishment", async () => {
    const rows = await database.query<{ status: string; reason: string }>(
      "SELECT DISTINCT status, reason FROM quality_indicators_published.observation WHERE level = 'ESTABLISHMENT'",
    );
    expect(rows).toEqual([{ status: "SUPPRESSED", reason: "SYNTHETIC" }]);
  });
});
