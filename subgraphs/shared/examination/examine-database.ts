import { type DatabaseAddress, type LoginRole, loginRoles, urlOfRole } from "../database-address.js";
import { DatabaseClient } from "../database-client.js";
import { strongRoles } from "../database-roles.js";

/** What a look at a database server finds, nothing of it changed. */
export interface DatabaseExamination {
  /** As the server writes it: 18.4. */
  readonly version: string;
  readonly major: number;
  /** The server's clock minus this machine's. */
  readonly clockDifferenceMs: number;
  readonly mostConnections: number;
  /** Roles that the first start makes; all of them before it. */
  readonly missingRoles: readonly string[];
  /** Roles that stand above row-level security, or may come to. */
  readonly strongRoles: readonly string[];
  /** Roles whose password, as this hub derives it, the server refuses. */
  readonly refusedRoles: readonly string[];
  /** What the public's role may read beside the published tables, or change. */
  readonly openToPublic: readonly string[];
}

const patienceMs = 5_000;

/** Looks at a server by its address. Rejects with the driver's error when it cannot be reached. */
export async function examineDatabase(address: DatabaseAddress): Promise<DatabaseExamination> {
  const client = new DatabaseClient({
    connectionString: address.url,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    application_name: "carrefour doctor",
  });
  await client.connect();
  const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await client.query(sql)).rows as Row[];
  try {
    const askedAt = Date.now();
    const [told] = await rows<{ version: string; number: string; connections: string; now: Date }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number,
              current_setting('max_connections') AS connections, clock_timestamp() AS now`,
    );
    const answeredAt = Date.now();
    const known = (await rows<{ name: string }>("SELECT rolname AS name FROM pg_roles")).map(
      ({ name }) => name,
    );
    const missingRoles = ["hub_owner", ...loginRoles].filter((role) => !known.includes(role));
    return {
      version: told!.version.split(" ")[0]!,
      major: Math.floor(Number(told!.number) / 10_000),
      clockDifferenceMs: told!.now.getTime() - (askedAt + answeredAt) / 2,
      mostConnections: Number(told!.connections),
      missingRoles,
      strongRoles: (await rows<{ name: string }>(strongRoles)).map(({ name }) => name),
      refusedRoles: await rolesRefused(
        address,
        loginRoles.filter((role) => known.includes(role)),
      ),
      openToPublic: known.includes("hub_public")
        ? (await rows<{ name: string }>(openToPublic)).map(({ name }) => name)
        : [],
    };
  } finally {
    await client.end();
  }
}

// A column of a table counts as the table; what is in the catalogues PostgreSQL itself looks after.
const openToPublic = `
  SELECT format('%I.%I', nspname, relname) AS name
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname !~ '^(pg_|information_schema$)'
    AND has_schema_privilege('hub_public', pg_namespace.oid, 'USAGE')
    AND (
      (nspname !~ '_published$' AND has_any_column_privilege('hub_public', pg_class.oid, 'SELECT'))
      OR has_any_column_privilege('hub_public', pg_class.oid, 'INSERT, UPDATE')
      OR has_table_privilege('hub_public', pg_class.oid, 'DELETE, TRUNCATE')
    )
  ORDER BY 1`;

async function rolesRefused(address: DatabaseAddress, roles: readonly LoginRole[]): Promise<string[]> {
  const refused: string[] = [];
  for (const role of roles) {
    const client = new DatabaseClient({
      connectionString: urlOfRole(address, role),
      connectionTimeoutMillis: patienceMs,
    });
    await client.connect().catch(() => refused.push(role));
    await client.end().catch(() => undefined);
  }
  return refused;
}
