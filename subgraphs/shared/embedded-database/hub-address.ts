import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent, writeDurably } from "./durable-file.js";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.js";

/** Where the running hub of a data directory answers. */
export interface HubAddress {
  pid: number;
  address: string;
}

const fileOf = (dataDir: string) => join(dataDir, "hub.json");

/** Records the address of this process's hub in `hub.json`, for `carrefour token` and for a refused second start. */
export async function writeHubAddress(dataDir: string, address: string): Promise<void> {
  const self = await identifyProcess(process.pid);
  await mkdir(dataDir, { recursive: true });
  await writeDurably(fileOf(dataDir), `${JSON.stringify({ ...self, address })}\n`, 0o644);
}

/** The address of the hub that runs on a data directory; null when none does or it has not said. */
export async function readHubAddress(dataDir: string): Promise<HubAddress | null> {
  const text = await readIfPresent(fileOf(dataDir));
  if (text === null) return null;
  const { pid, startTime, address } = JSON.parse(text) as ProcessIdentity & HubAddress;
  return (await isRunning({ pid, startTime })) ? { pid, address } : null;
}

/** Removes `hub.json`; the embedded database's stop() does it too. */
export const forgetHubAddress = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true });
