import pg from "pg";
import { type DatabaseAddress, loginRoles, passwordOf } from "./database-address.js";
import { DatabaseClient } from "./database-client.js";
import { scramVerifier } from "./secrets/scram-verifier.js";
import { StartError } from "./start-error.js";

/** The oldest and newest PostgreSQL major versions that the suite runs on. */
const oldestMajor = 15;

// One lock for everything that prepares a database: several processes may start at once.
export const preparationLock = 7_140_025;

/** Schemas of one subgraph: its own, the published twin, and any further one. */
export interface SubgraphSchemas {
  readonly own: string;
  readonly published: string;
  readonly further: readonly string[];
}

/**
 * Makes the roles and schemas that are missing; safe to run at every start and from several processes.
 * Throws StartError when the server cannot be reached or is too old.
 */
export async function prepareRoles(address: DatabaseAddress, schemas: SubgraphSchemas): Promise<void> {
  const client = new DatabaseClient({ connectionString: address.url, connectionTimeoutMillis: 5_000 });
  await client.connect().catch((cause: unknown) => {
    throw unreachable(address, cause);
  });
  try {
    await refuseOldServer(client);
    await refuseStrongRoles(client);
    await inOneTransaction(client, statements(address, schemas, new URL(address.url).pathname.slice(1)));
  } finally {
    await client.end();
  }
}

// PostgreSQL's word for « another process changed this role at the same moment »: roles belong to the whole server,
// the advisory lock only to one database.
const concurrentChange = "XX000";
const mostTries = 5;

/** Runs statements that change roles in one transaction, again when another process changed the same ones. */
export async function inOneTransaction(client: pg.Client, sql: string, tries = 1): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [preparationLock]);
    await client.query(sql);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    if ((error as { code?: string }).code !== concurrentChange || tries === mostTries) throw error;
    await inOneTransaction(client, sql, tries + 1);
  }
}

function unreachable(address: DatabaseAddress, cause: unknown): StartError {
  const { hostname, port, pathname } = new URL(address.url);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(
    "DATABASE_UNREACHABLE",
    `La base de données ${hostname}:${port || "5432"}${pathname} ne répond pas (${reason}). Vérifiez DATABASE_URL et que le serveur est démarré.`,
    `The database ${hostname}:${port || "5432"}${pathname} does not answer (${reason}). Check DATABASE_URL and that the server is up.`,
  );
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major >= oldestMajor) return;
  throw new StartError(
    "DATABASE_TOO_OLD",
    `La base de données est un PostgreSQL ${major} ; il faut la version ${oldestMajor} ou une plus récente.`,
    `The database is PostgreSQL ${major}; version ${oldestMajor} or newer is needed.`,
  );
}

/** SQL for the roles of the hub that stand above row-level security, may make themselves stronger, or step into another. */
export const strongRoles = `
  SELECT rolname AS name FROM pg_roles
  WHERE rolname IN (${["hub_owner", ...loginRoles].map((role) => `'${role}'`).join(", ")}) AND (
    rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
    OR (rolname NOT IN ('hub_owner', 'hub_migrator') AND EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)))`;

async function refuseStrongRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(strongRoles);
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(", ");
  throw new StartError(
    "ROLE_TOO_STRONG",
    `Dans PostgreSQL, ${names} a plus de droits que le carrefour n'en donne (BYPASSRLS, SUPERUSER, CREATEROLE, CREATEDB, REPLICATION ou membre d'un autre rôle) : les établissements ne seraient plus séparés. Retirez-les (ALTER ROLE, REVOKE), puis redémarrez.`,
    `In PostgreSQL, ${names} has more rights than the hub gives (BYPASSRLS, SUPERUSER, CREATEROLE, CREATEDB, REPLICATION or member of another role): establishments would no longer be kept apart. Take them away (ALTER ROLE, REVOKE), then start again.`,
  );
}

const largeObjectMakers = ["lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid, bytea)"];

/** What the preparation of roles and schemas consists of, passwords and database left out: another text, another preparation. */
export const rolesMark = (schemas: SubgraphSchemas): string =>
  statements({ url: "postgres://nobody@nowhere/nothing", roleSecret: "" }, schemas, "nothing");

const quoteText = (text: string): string => pg.escapeLiteral(text);
const quoteName = (name: string): string => pg.escapeIdentifier(name);

/** What gives the roles that log in the passwords of a secret. */
export const passwordStatements = (address: DatabaseAddress): string[] =>
  loginRoles.map(
    (role) => `ALTER ROLE ${role} PASSWORD ${quoteText(scramVerifier(passwordOf(address, role)))}`,
  );

function statements(address: DatabaseAddress, schemas: SubgraphSchemas, database: string): string {
  const audienceRoles = loginRoles.filter((role) => role !== "hub_migrator").join(", ");
  const allRoles = ["hub_owner", ...loginRoles];
  const all = [schemas.own, schemas.published, ...schemas.further];
  return [
    ...allRoles.map(
      (role) =>
        `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF; END $$`,
    ),
    ...loginRoles.map((role) => `ALTER ROLE ${role} LOGIN NOINHERIT NOCREATEROLE NOCREATEDB`),
    ...passwordStatements(address),
    "GRANT hub_owner TO hub_migrator",
    "GRANT hub_owner TO CURRENT_USER",
    `REVOKE ALL ON DATABASE ${quoteName(database)} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${quoteName(database)} TO ${audienceRoles}, hub_migrator`,
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    // Large objects would let a reading role store what no policy sees.
    ...largeObjectMakers.map((name) => `REVOKE EXECUTE ON FUNCTION pg_catalog.${name} FROM PUBLIC`),
    // A function is nobody's to call until a migration says whose: PostgreSQL gives each new one to everybody.
    "ALTER DEFAULT PRIVILEGES FOR ROLE hub_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    ...all.map((schema) => `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)} AUTHORIZATION hub_owner`),
    // Every audience reads what is published; nothing else is granted here.
    `GRANT USAGE ON SCHEMA ${quoteName(schemas.published)} TO ${audienceRoles}`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE hub_owner IN SCHEMA ${quoteName(schemas.published)} GRANT SELECT ON TABLES TO ${audienceRoles}`,
  ].join(";\n");
}
