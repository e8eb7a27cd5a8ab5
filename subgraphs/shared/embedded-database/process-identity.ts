import { readFile } from "node:fs/promises";
import { errorCode } from "./errors.js";

/** A process that a reused pid cannot be mistaken for, where the system tells start times (Linux). */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks after boot, field 22 of /proc/<pid>/stat; null where there is no /proc. */
  startTime: string | null;
}

/** The identity of a living process; null for one that is gone or a zombie. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | null> {
  if (!Number.isInteger(pid) || pid <= 0 || !isSignalable(pid)) return null;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return isSignalable(pid) ? { pid, startTime: null } : null;
  // The name of the program, in brackets, may itself hold blanks and brackets.
  const fieldsAfterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fieldsAfterName[0] === "Z") return null;
  return { pid, startTime: fieldsAfterName[19] ?? null };
}

/** Whether this very process, not a later one of the same pid, still runs. */
export async function isRunning(expected: ProcessIdentity): Promise<boolean> {
  const found = await identifyProcess(expected.pid);
  if (found === null) return false;
  return found.startTime === null || expected.startTime === null || found.startTime === expected.startTime;
}

/** Whether the system still knows the pid; true for a zombie and for another account's process. */
export function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
