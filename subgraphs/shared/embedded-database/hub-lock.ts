import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent } from "./durable-file.js";
import { alreadyRunning, errorCode, type EmbeddedDatabaseError } from "./errors.js";
import { readHubAddress } from "./hub-address.js";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.js";

/** The right of one hub to one data directory. */
export interface HubLock {
  /** Throws ALREADY_RUNNING if another start won in the instant of a takeover. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

/** Takes `hub.pid` for this process; a dead hub's is taken over. Throws ALREADY_RUNNING for a living one's. */
export async function takeHubLock(dataDir: string): Promise<HubLock> {
  const path = join(dataDir, "hub.pid");
  const self = await identifyProcess(process.pid);
  const text = `${process.pid} ${self?.startTime ?? "-"}\n`;
  while (!(await createWhole(path, text))) {
    const found = await readIfPresent(path);
    if (found === null) continue;
    if (await isRunning(holderIn(found))) throw await refusal(dataDir, found);
    await setAside(path, found);
  }
  return {
    confirm: async () => {
      const found = await readIfPresent(path);
      if (found !== text) throw await refusal(dataDir, found ?? "");
    },
    release: async () => {
      if ((await readIfPresent(path)) === text) await rm(path, { force: true });
    },
  };
}

function holderIn(text: string): ProcessIdentity {
  const [pid, startTime] = text.trim().split(" ");
  return { pid: Number(pid), startTime: startTime === "-" ? null : (startTime ?? null) };
}

async function refusal(dataDir: string, text: string): Promise<EmbeddedDatabaseError> {
  const { pid } = holderIn(text);
  const hub = await readHubAddress(dataDir);
  return alreadyRunning(dataDir, pid, hub?.pid === pid ? hub.address : null);
}

/** Makes the file with its whole text in one step, so that nobody reads half of it; false when it exists. */
async function createWhole(path: string, text: string): Promise<boolean> {
  const temporary = unique(path);
  await writeFile(temporary, text, { flag: "wx", mode: 0o644 });
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes a stale lock by renaming: of two starts only one succeeds, and a fresh lock caught by mistake goes back. */
async function setAside(path: string, staleText: string): Promise<void> {
  const aside = unique(path);
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) !== staleText) await link(aside, path);
  await rm(aside);
}

const unique = (path: string) => `${path}.${randomBytes(4).toString("hex")}`;
