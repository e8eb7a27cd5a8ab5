import pg from "pg";
import type { DatabaseMutation } from "./mutation.js";

const templates = ["hub_template_none", "hub_template_reference", "hub_template_demo"];

async function administrate(url: string, database: string, statements: readonly string[]): Promise<void> {
  const address = new URL(url);
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.toString() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Breaks a guard in every database that tests copy while `work` runs, then gives back the ones from before. */
export async function whileBroken<Result>(
  url: string,
  { statements, afterwards = [] }: DatabaseMutation,
  work: () => Promise<Result>,
): Promise<Result> {
  const atServer = (...sql: string[]): Promise<void> => administrate(url, "postgres", sql);
  for (const name of templates) await atServer(`CREATE DATABASE ${name}_good TEMPLATE ${name}`);
  try {
    for (const name of templates) await administrate(url, name, statements);
    return await work();
  } finally {
    await atServer(...afterwards);
    for (const name of templates)
      await atServer(`DROP DATABASE ${name} WITH (FORCE)`, `ALTER DATABASE ${name}_good RENAME TO ${name}`);
  }
}
