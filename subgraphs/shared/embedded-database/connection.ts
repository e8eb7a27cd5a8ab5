import pg from "pg";
import { superuser } from "./cluster.js";
import { errorCode } from "./errors.js";

/** What it takes to log in to the embedded server. */
export interface DatabaseAccess {
  port: number;
  password: string;
}

const databaseName = "carrefour";
const invalidCatalogName = "3D000";
const duplicateDatabase = "42P04";

/** The connection string of the hub's database; the password needs no escaping (base64url). */
export const urlOf = ({ port, password }: DatabaseAccess): string =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`;

/** The data directory that the server on this port says it serves. */
export async function servedDataFolder(access: DatabaseAccess): Promise<string> {
  const [row] = await queryIn<{ data_directory: string }>(access, "postgres", "SHOW data_directory");
  return row?.data_directory ?? "";
}

/** Proves that the hub's database answers, and creates it if it is not there yet. */
export async function ensureDatabase(access: DatabaseAccess): Promise<void> {
  try {
    await queryIn(access, databaseName, "SELECT 1");
  } catch (error) {
    if (errorCode(error) !== invalidCatalogName) throw error;
    await queryIn(access, "postgres", `CREATE DATABASE ${databaseName}`).catch((refusal: unknown) => {
      if (errorCode(refusal) !== duplicateDatabase) throw refusal;
    });
  }
}

async function queryIn<Row extends pg.QueryResultRow>(
  { port, password }: DatabaseAccess,
  database: string,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password,
    database,
    ssl: false,
    connectionTimeoutMillis: 5_000,
    query_timeout: 60_000,
  });
  // A server that ends while we disconnect must not end the hub.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
