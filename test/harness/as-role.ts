import pg from "pg";
import { testDay, type TestDatabase } from "./database.js";
import { type LoginRole, urlOfRole } from "../../subgraphs/shared/database-address.js";

/**
 * Runs SQL as a role with the settings given, on the day of tests unless `hub.now` says otherwise, in one transaction,
 * and takes it back. Gives how many rows the last statement touched; a refusal is told by its code.
 */
export async function asRole(
  { address }: TestDatabase,
  role: LoginRole,
  settings: Record<string, string>,
  sql: string,
): Promise<number | string> {
  const client = new pg.Client({ connectionString: urlOfRole(address, role) });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const [name, value] of Object.entries({ "hub.now": testDay.toISOString(), ...settings }))
      await client.query("SELECT set_config($1, $2, true)", [name, value]);
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rowCount ?? 0;
  } catch (refusal) {
    return (refusal as pg.DatabaseError).code ?? "unknown";
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}
