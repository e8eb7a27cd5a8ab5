import type pg from "pg";
import { type DatabaseAddress, urlOfRole } from "./database-address.js";
import { DatabaseClient } from "./database-client.js";
import { withPasswordInUse } from "./secrets/renewed-password.js";

/** Sends statements as the owner of the schemas. */
export interface OwnerConnection {
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** One connection as the owner of the schemas, for preparing and seeding; requests never have it. */
export async function asOwner<Result>(
  address: DatabaseAddress,
  work: (owner: OwnerConnection) => Promise<Result>,
): Promise<Result> {
  const client = await withPasswordInUse(address, () => connectedOwner(address));
  try {
    return await work({ query: async (sql, values) => (await client.query(sql, values)).rows });
  } finally {
    await client.end();
  }
}

async function connectedOwner(address: DatabaseAddress): Promise<pg.Client> {
  const client = new DatabaseClient({
    connectionString: urlOfRole(address, "hub_migrator"),
    options: "-c role=hub_owner",
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  return client;
}
