import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmbeddedDatabase } from "../../../../subgraphs/shared/embedded-database/start.js";
import {
  dataFolderOf,
  query,
} from "../../../../subgraphs/shared/embedded-database/testing/data-directory.js";

/** The address of the embedded server that a hub runs. */
export async function urlOf(folder: string): Promise<string> {
  const password = (await readFile(join(folder, "postgres-password"), "utf8")).trim();
  const lines = (await readFile(join(dataFolderOf(folder), "postmaster.pid"), "utf8")).split("\n");
  return `postgres://hub_admin:${password}@127.0.0.1:${lines[3]?.trim()}/carrefour`;
}

/** Takes the line of one file out of the list of sums. */
export async function dropLine(folder: string): Promise<void> {
  const path = join(folder, "SHA256SUMS");
  const lines = (await readFile(path, "utf8")).split("\n");
  await writeFile(path, lines.filter((line) => !line.endsWith("postgres/PG_VERSION")).join("\n"));
}

/** Runs SQL in the database of a data folder that no hub serves. */
export async function inDatabase(folder: string, sql: string): Promise<void> {
  const database = await startEmbeddedDatabase({ dataDir: folder });
  try {
    await query(database.url, sql);
  } finally {
    await database.stop();
  }
}
