import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { subgraphs } from "../../../subgraphs/index.js";
import { prepareRoles, strongRoles } from "../../../subgraphs/shared/database-roles.js";
import { aDatabase, type TestDatabase } from "../../harness/database.js";
import { asRole } from "../../harness/as-role.js";

const callers = ["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const;
const ofTheHub = (schema: string): string => `${schema} !~ '^(pg_|information_schema)'`;
const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
  await prepareRoles(database.address, subgraphs[0]!.schemas);
});
afterAll(() => database.drop());

const query = <Row extends object>(sql: string): Promise<Row[]> => database.query<Row>(sql);
/** What breaks a rule, by name; a rule holds when it is empty. */
const found = async (sql: string): Promise<string[]> =>
  (await query<{ name: string }>(sql)).map(({ name }) => name);

const tables = `SELECT c.oid, nspname AS schema, relname, format('%I.%I', nspname, relname) AS name, relrowsecurity,
    relforcerowsecurity, relkind, relowner
  FROM pg_class AS c JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind IN ('r', 'p') AND ${ofTheHub("nspname")}`;
// What only says that seeds and migrations ran.
const isBookkeeping = "relname IN ('seed', 'migration')";

describe("the tables", () => {
  it("outside the published schemas have row-level security, forced upon their owner too", async () => {
    expect(
      await found(`SELECT name FROM (${tables}) AS t
        WHERE schema !~ '_published$' AND NOT ${isBookkeeping} AND NOT (relrowsecurity AND relforcerowsecurity)`),
    ).toEqual([]);
  });

  it("that callers may write to have it too, published or not", async () => {
    expect(
      await found(`SELECT name || ' ' || role AS name FROM (${tables}) AS t, unnest(ARRAY[${list(callers)}]) AS role
        WHERE NOT (relrowsecurity AND relforcerowsecurity) AND (has_any_column_privilege(role, oid, 'INSERT, UPDATE')
          OR has_table_privilege(role, oid, 'DELETE, TRUNCATE'))`),
    ).toEqual([]);
  });

  it("belong to the owner, who does not log in", async () => {
    expect(await found(`SELECT name FROM (${tables}) AS t WHERE relowner <> 'hub_owner'::regrole`)).toEqual(
      [],
    );
    expect(await query("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'hub_owner'")).toEqual([
      { rolcanlogin: false },
    ]);
  });

  it("are tables: no view, materialized view, foreign table, rewrite rule, event trigger or foreign extension", async () => {
    expect(
      await found(`SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
          WHERE relkind IN ('v', 'm', 'f') AND ${ofTheHub("nspname")}
        UNION ALL SELECT rulename FROM pg_rules WHERE ${ofTheHub("schemaname")}
        UNION ALL SELECT evtname FROM pg_event_trigger
        UNION ALL SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'`),
    ).toEqual([]);
  });

  it("have every trigger switched on", async () => {
    expect(
      await found(`SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE NOT tgisinternal AND tgenabled <> 'O' AND ${ofTheHub("nspname")}`),
    ).toEqual([]);
  });
});

interface Policy {
  readonly name: string;
  readonly table: string;
  readonly cmd: string;
  readonly roles: readonly string[];
  readonly text: string;
}
const policies = (): Promise<Policy[]> =>
  query(`SELECT policyname AS name, schemaname || '.' || tablename AS table, cmd, roles::text[],
    COALESCE(qual, '') || ' ' || COALESCE(with_check, '') AS text FROM pg_policies`);

describe("the policies", () => {
  it("are each for named roles, never for everybody", async () => {
    expect((await policies()).filter(({ roles }) => roles.includes("public"))).toEqual([]);
  });

  it("read who is asking, or rows that are shown by who is asking", async () => {
    const all = await policies();
    const asksTheCaller = ({ text }: Policy): boolean =>
      /current_setting\('hub\.(subject|client|establishment|agreement|scopes)'|caller_(establishment|subject|has_scope|is_steward)\(/.test(
        text,
      );
    const guarded = new Set(all.filter(asksTheCaller).map(({ table }) => table));
    const asksGuardedRows = ({ text }: Policy): boolean =>
      [...text.matchAll(/FROM \(?([a-z_]+\.[a-z_]+)/g)].some(([, table]) => guarded.has(table!));
    const isOpenReading = ({ table, cmd, text }: Policy): boolean =>
      table.split(".")[0]!.endsWith("_published") && cmd === "SELECT" && text.trim() === "true";
    const ofCallers = all.filter(({ roles }) => roles.some((role) => callers.includes(role as never)));
    expect(ofCallers.length).toBeGreaterThan(50);
    expect(
      ofCallers.filter(
        (policy) => !asksTheCaller(policy) && !asksGuardedRows(policy) && !isOpenReading(policy),
      ),
    ).toEqual([]);
  });

  it("let the owner in only while it plants, seals, links the audit, or asks who was withdrawn", async () => {
    const ofOwner = (await policies()).filter(({ roles }) => roles.includes("hub_owner"));
    expect(
      ofOwner.filter(
        ({ text, cmd, table }) =>
          !/current_setting\('hub\.(seeding|sealing)'|pg_trigger_depth\(\) > 0/.test(text) &&
          !(cmd === "SELECT" && /_published\./.test(table)) &&
          !(cmd === "SELECT" && /current_setting\('hub\.withdrawing'/.test(text)),
      ),
    ).toEqual([]);
  });

  it("and the grants of callers go together: neither a right without a policy nor a policy without a right", async () => {
    const commands = ["SELECT", "INSERT", "UPDATE", "DELETE"];
    const unequal = `
      SELECT name || ' ' || role || ' ' || command AS name FROM (
        SELECT t.name, role, command, has_any_column_privilege(role, t.oid, CASE command WHEN 'DELETE' THEN 'SELECT' ELSE command END)
            AND (command <> 'DELETE' OR has_table_privilege(role, t.oid, 'DELETE')) AS granted,
          EXISTS (SELECT FROM pg_policies AS p WHERE p.schemaname = t.schema AND p.tablename = t.relname
            AND p.permissive = 'PERMISSIVE' AND p.cmd IN (command, 'ALL') AND role = ANY (p.roles)) AS has_policy
        FROM (${tables}) AS t, unnest(ARRAY[${list(callers)}]) AS role, unnest(ARRAY[${list(commands)}]) AS command
        WHERE t.relrowsecurity) AS each WHERE granted <> has_policy`;
    expect(await found(unequal)).toEqual([]);
  });
});

describe("the rights of callers", () => {
  it("never let a row be removed, a table emptied, referred to or given a trigger", async () => {
    expect(
      await found(`SELECT name || ' ' || role AS name FROM (${tables}) AS t, unnest(ARRAY[${list(callers)}]) AS role
        WHERE has_table_privilege(role, oid, 'DELETE') OR has_table_privilege(role, oid, 'TRUNCATE')
          OR has_table_privilege(role, oid, 'TRIGGER') OR has_any_column_privilege(role, oid, 'REFERENCES')`),
    ).toEqual([]);
  });

  it("name the columns that may change, but for a definition, whose next version is a row as a whole", async () => {
    expect(
      await found(`SELECT name || ' ' || role AS name FROM (${tables}) AS t, unnest(ARRAY[${list(callers)}]) AS role
        WHERE has_table_privilege(role, oid, 'UPDATE')`),
    ).toEqual(["quality_indicators_published.indicator hub_steward"]);
  });

  it("never let a row move to another establishment, campaign or agreement", async () => {
    expect(
      await found(`SELECT name || ' ' || attname AS name FROM (${tables}) AS t JOIN pg_attribute ON attrelid = t.oid,
          unnest(ARRAY[${list(callers)}]) AS role
        WHERE attnum > 0 AND NOT attisdropped AND schema !~ '_published$'
          AND attname IN ('establishment', 'campaign', 'office', 'agreement', 'chain', 'submission', 'added_by', 'submitted_by', 'built_by', 'asked_by', 'granted_by')
          AND has_column_privilege(role, t.oid, attnum, 'UPDATE')`),
    ).toEqual([]);
  });

  it("make nothing new in any schema, and enter no schema but those that hold what is theirs", async () => {
    const schemas = `SELECT oid, nspname FROM pg_namespace WHERE ${ofTheHub("nspname")}`;
    expect(
      await found(`SELECT nspname || ' ' || role AS name FROM (${schemas}) AS s, unnest(ARRAY[${list(callers)}]) AS role
        WHERE has_schema_privilege(role, s.oid, 'CREATE')`),
    ).toEqual([]);
    expect(
      await found(`SELECT nspname AS name FROM (${schemas}) AS s
        WHERE has_schema_privilege('hub_public', s.oid, 'USAGE') AND nspname !~ '_published$'`),
    ).toEqual([]);
  });

  it("reach no number generator", async () => {
    expect(
      await found(`SELECT relname || ' ' || role AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace,
          unnest(ARRAY[${list(callers)}]) AS role
        WHERE CASE WHEN relkind = 'S' AND ${ofTheHub("nspname")} THEN has_sequence_privilege(role, pg_class.oid, 'USAGE, SELECT, UPDATE') ELSE false END`),
    ).toEqual([]);
  });

  it("are given by nobody: no right comes with the right to pass it on", async () => {
    expect(
      await found(
        `SELECT relname AS name FROM pg_class, aclexplode(relacl) AS acl WHERE is_grantable AND grantee <> relowner`,
      ),
    ).toEqual([]);
  });
});

const functions = `SELECT p.oid, p.oid::regprocedure::text AS name, prosecdef, proconfig, prosqlbody, proacl, proowner
  FROM pg_proc AS p JOIN pg_namespace ON pg_namespace.oid = pronamespace WHERE ${ofTheHub("nspname")}`;

describe("the functions", () => {
  it("find what they name in a search path of their own, or were bound to it when they were made", async () => {
    expect(
      await found(`SELECT name FROM (${functions}) AS f WHERE prosqlbody IS NULL
        AND NOT EXISTS (SELECT FROM unnest(proconfig) AS setting WHERE setting ~ '^search_path=pg_catalog(, *pg_temp)?$')`),
    ).toEqual([]);
  });

  it("are nobody's to call, but those that policies ask in the caller's name", async () => {
    const callable = await query<{ name: string; role: string }>(
      `SELECT name, role FROM (${functions}) AS f, unnest(ARRAY['public', ${list(callers)}]) AS role
       WHERE has_function_privilege(role, f.oid, 'EXECUTE') ORDER BY 1, 2`,
    );
    expect(callable.filter(({ role }) => role === "public")).toEqual([]);
    for (const { name, role } of callable) {
      expect(name).toMatch(/\.(caller_\w+|is_now|said_instant|is_demonstration|salted|withdrawn_among)\(/);
      expect(["hub_researcher", "hub_establishment", "hub_steward"]).toContain(role);
      if (/\.(salted|withdrawn_among)\(/.test(name))
        expect([name, role]).toEqual([name, "hub_establishment"]);
    }
    expect(callable.length).toBeGreaterThan(0);
  });

  it("that run with their owner's rights are trigger functions, which nobody can call, but two that read the caller's own salt", async () => {
    expect(
      await found(`SELECT name FROM (${functions}) AS f JOIN pg_proc ON pg_proc.oid = f.oid
        WHERE f.prosecdef AND (prorettype <> 'trigger'::regtype
          OR EXISTS (SELECT FROM unnest(ARRAY['public', ${list(callers)}]) AS role WHERE has_function_privilege(role, f.oid, 'EXECUTE')))
        ORDER BY 1`),
    ).toEqual(["partners.salted(text)", "partners.withdrawn_among(text[])"]);
  });
});

describe("the roles", () => {
  it("are not above row-level security, make no role or database, and are members of no other", async () => {
    expect(await query(strongRoles)).toEqual([]);
  });

  it("are found too strong by the hub itself when one is a member of another", async () => {
    const asked = strongRoles.replaceAll(
      "pg_auth_members",
      "(SELECT 'hub_steward'::regrole::oid AS member) AS made_up",
    );
    expect(await query(asked)).toEqual([{ name: "hub_steward" }]);
  });

  const denied = "42501";
  const elsewhere: readonly (readonly [string, string, string])[] = [
    ["reads passwords", "SELECT * FROM pg_authid", denied],
    ["reads the settings of roles' passwords", "SELECT * FROM pg_user_mapping", denied],
    ["makes a temporary table", "CREATE TEMP TABLE t (x int)", denied],
    ["makes a table", "CREATE TABLE public.t (x int)", denied],
    ["makes a schema", "CREATE SCHEMA mine", denied],
    ["makes a large object", "SELECT lo_create(0)", denied],
    ["makes a large object of bytes", "SELECT lo_from_bytea(0, 'x')", denied],
    ["reads a file of the server", "SELECT pg_read_file('PG_VERSION')", denied],
    ["reads a folder of the server", "SELECT pg_ls_dir('.')", denied],
    ["copies into a file of the server", "COPY (SELECT 1) TO '/tmp/x'", denied],
    ["runs a program on the server", "COPY (SELECT 1) TO PROGRAM 'true'", denied],
    ["becomes its owner", "SET ROLE hub_owner", denied],
    ["logs in as who migrates", "SET SESSION AUTHORIZATION hub_migrator", denied],
    [
      "switches row-level security off",
      "SET row_security = off; SELECT * FROM quality_indicators.submission",
      denied,
    ],
    ["switches triggers off", "SET session_replication_role = replica", denied],
    ["changes itself", "ALTER ROLE CURRENT_USER BYPASSRLS", denied],
    [
      "changes a setting for the next session of another",
      "ALTER ROLE hub_steward SET hub.scopes = 'steward:collect'",
      denied,
    ],
    [
      "runs a block in a language of the server",
      "DO LANGUAGE plpgsql $$ BEGIN EXECUTE 'CREATE TABLE public.t (x int)'; END $$",
      denied,
    ],
  ];
  it.each(callers)("%s does nothing beside its tables", async (role) => {
    for (const [what, sql, expected] of elsewhere) {
      const seen = await asRole(database, role, {}, sql);
      expect([what, seen]).toEqual([
        what,
        what === "changes itself" ? expect.stringMatching(/^(42501|0LP01)$/) : expected,
      ]);
    }
  });

  it.each(callers)("%s does not see what others send", async (role) => {
    const others = `SELECT FROM pg_stat_activity
      WHERE usename IS DISTINCT FROM current_user AND query NOT IN ('', '<insufficient privilege>')`;
    expect(await asRole(database, role, {}, others)).toBe(0);
  });

  // PostgreSQL has no right that forbids NOTIFY: the hub listens to no channel, so that nothing is told by it.
  it("hub_public has no right on anything protected, whatever it claims to be", async () => {
    expect(
      await found(`SELECT name FROM (${tables}) AS t WHERE schema !~ '_published$'
        AND (has_table_privilege('hub_public', oid, 'SELECT') OR has_any_column_privilege('hub_public', oid, 'SELECT, INSERT, UPDATE'))`),
    ).toEqual([]);
    const claims = {
      "hub.subject": "x",
      "hub.establishment": "chum",
      "hub.agreement": "entente-demo-1",
      "hub.scopes": "figures:write research:read steward:collect steward:publish steward:privacy",
      "hub.seeding": "on",
      "hub.sealing": "on",
      "hub.withdrawing": "on",
    };
    for (const name of await found(`SELECT name FROM (${tables}) AS t WHERE schema !~ '_published$'`))
      expect([name, await asRole(database, "hub_public", claims, `SELECT FROM ${name}`)]).toEqual([
        name,
        denied,
      ]);
  });
});
