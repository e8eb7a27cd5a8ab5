import { readFile, readlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent } from "./durable-file.js";
import { identifyProcess, isSignalable, type ProcessIdentity } from "./process-identity.js";

/** What a server writes about itself in postmaster.pid: pid on line 1, port on line 4, state on line 8. */
export interface PostmasterFile {
  pid: number;
  port: number;
  state: string;
}

const pathOf = (dataFolder: string) => join(dataFolder, "postmaster.pid");

/** Reads postmaster.pid; null when no server has the data folder, fields are 0 or "" while it is being written. */
export async function readPostmasterFile(dataFolder: string): Promise<PostmasterFile | null> {
  const text = await readIfPresent(pathOf(dataFolder));
  if (text === null) return null;
  const lines = text.split("\n").map((line) => line.trim());
  return { pid: Number(lines[0] ?? 0), port: Number(lines[3] ?? 0), state: lines[7] ?? "" };
}

/** The living server that the file names; null when that is a dead one, a zombie, or a process that got its pid later. */
export async function livingServer(
  { pid }: PostmasterFile,
  dataFolder: string,
): Promise<ProcessIdentity | null> {
  const identity = await identifyProcess(pid);
  // Without /proc (macOS) nothing more can be told here: logging in will judge.
  if (identity === null || identity.startTime === null) return identity;
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (workingFolder !== null) return workingFolder === dataFolder ? identity : null;
  // Root of a container may not see another account's working folder (no CAP_SYS_PTRACE), but its program's name.
  const program = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  return program.startsWith("postgres") ? identity : null;
}

/**
 * Lets a new server start although the dead one's pid is still taken (zombie, or reused): PostgreSQL takes a lock
 * file with its own parent's pid, ours, for stale. Deleting the file instead would also delete the shared memory
 * key by which a new server notices surviving workers of the old one.
 */
export async function disownPostmasterFile({ pid }: PostmasterFile, dataFolder: string): Promise<void> {
  if (!isSignalable(pid)) return;
  const text = await readIfPresent(pathOf(dataFolder));
  if (text?.startsWith(`${pid}\n`)) {
    await writeFile(pathOf(dataFolder), text.replace(`${pid}`, `${process.pid}`));
  }
}
