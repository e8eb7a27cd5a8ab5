import pg from "pg";
import type { Ground } from "./contestants.js";

/** Runs statements as the administrator. */
export async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}

/** The address of another database of the same server. */
export const urlOf = (ground: Ground, database: string): string => {
  const url = new URL(ground.databaseUrl);
  url.pathname = `/${database}`;
  return url.toString();
};
