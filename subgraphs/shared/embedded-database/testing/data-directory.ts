import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { isSignalable } from "../process-identity.js";
import { runAs } from "../run-as.js";
import { aHub, killHubs } from "./hub-process.js";

const dataDirs: string[] = [];
let template: Promise<string> | null = null;

/** An empty data directory. */
export async function aDataDir(mode = 0o755): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "carrefour-test-"));
  dataDirs.push(dataDir);
  await chmod(dataDir, mode);
  return dataDir;
}

/** A data directory whose table `figure` holds the value 1; made once by a hub, copied for each test. */
export async function aUsedDataDir(): Promise<string> {
  template ??= makeTemplate();
  const dataDir = await aDataDir();
  // Unlike Node's own copy, cp keeps owners.
  await runAs(null, "/bin/cp", ["-a", `${await template}/.`, dataDir]);
  return dataDir;
}

async function makeTemplate(): Promise<string> {
  const dataDir = await aDataDir();
  const hub = aHub(dataDir);
  await addRow((await hub.ready()).url, 1);
  await hub.stop();
  return dataDir;
}

/** Runs one statement; each row is an array. */
export async function query(url: string, statement: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: "array" })).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Adds a figure; when it returns, PostgreSQL has acknowledged it. */
export const addRow = (url: string, value: number) =>
  query(url, `CREATE TABLE IF NOT EXISTS figure (value int); INSERT INTO figure VALUES (${value})`);

/** All figures. */
export const rows = async (url: string) =>
  (await query(url, "SELECT value FROM figure ORDER BY value")).flat();

/** Where the data of a data directory really are. */
export function dataFolderOf(dataDir: string): string {
  const pointer = join(dataDir, "postgres-location");
  return existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : join(dataDir, "postgres");
}

/** The server's process, as postmaster.pid tells it. */
export function serverPid(dataDir: string): number | null {
  const path = join(dataFolderOf(dataDir), "postmaster.pid");
  return existsSync(path) ? Number(readFileSync(path, "utf8").split("\n")[0]) : null;
}

/** Kills the server as a crash does. */
export function killServer(dataDir: string): void {
  const pid = serverPid(dataDir);
  if (pid === null || pid <= 1) throw new Error(`expected a server on ${dataDir}, got none`);
  process.kill(pid, "SIGKILL");
}

/** Ends what failed tests left running and removes every data directory. */
export async function cleanUp(): Promise<void> {
  killHubs();
  for (const dataDir of dataDirs) {
    const pid = serverPid(dataDir);
    if (pid !== null && pid > 1 && pid !== process.pid && isSignalable(pid)) process.kill(pid, "SIGQUIT");
    await rm(dataFolderOf(dataDir), { recursive: true, force: true, maxRetries: 5 });
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  dataDirs.length = 0;
  template = null;
}
