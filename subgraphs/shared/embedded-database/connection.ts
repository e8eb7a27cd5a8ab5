import pg from "pg";
import { superuser } from "./cluster.js";

/** What it takes to log in to the embedded server. */
export interface DatabaseAccess {
  port: number;
  password: string;
}

const databaseName = "carrefour";

/** The connection string of the hub's database; the password needs no escaping (base64url). */
export const urlOf = ({ port, password }: DatabaseAccess): string =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`;

/** The data directory that the server on this port says it serves. */
export async function servedDataFolder(access: DatabaseAccess): Promise<string> {
  const [row] = await queryIn<{ data_directory: string }>(access, "postgres", "SHOW data_directory");
  return row?.data_directory ?? "";
}

/** How many connections the server takes at a time. */
export async function connectionsAllowed(access: DatabaseAccess): Promise<number> {
  const [row] = await queryIn<{ max_connections: string }>(access, "postgres", "SHOW max_connections");
  return Number(row?.max_connections ?? 0);
}

/** Proves that the server answers, and creates the hub's database if it is not there yet. */
export async function ensureDatabase(access: DatabaseAccess): Promise<void> {
  const exists = `SELECT 1 FROM pg_database WHERE datname = '${databaseName}'`;
  if ((await queryIn(access, "postgres", exists)).length > 0) return;
  await queryIn(access, "postgres", `CREATE DATABASE ${databaseName}`);
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
