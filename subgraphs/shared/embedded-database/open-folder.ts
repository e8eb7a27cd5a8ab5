import { chmod, lstat, mkdir } from "node:fs/promises";
import { canEnter } from "./account.js";
import type { ServerAccount } from "./run-as.js";

const writableByOthers = 0o022;
const sticky = 0o1000;

/** Owner and permissions, as lstat tells them. */
export type Owned = { uid: number; mode: number };

/** Whether only we can write it. */
export const isOnlyOurs = ({ uid, mode }: Owned): boolean =>
  uid === process.getuid?.() && (mode & writableByOthers) === 0;

/**
 * Makes a folder that the account can enter and in which nobody else can replace what is ours (or a sticky /tmp).
 * One that exists is taken as it is, never opened further; false when it does not qualify.
 */
export async function openFolder(folder: string, account: ServerAccount): Promise<boolean> {
  if (account === null) return true;
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) await chmod(folder, 0o755);
    const found = await lstat(folder);
    const isSafe = isOnlyOurs(found) || (found.uid === 0 && (found.mode & sticky) !== 0);
    return found.isDirectory() && isSafe && (await canEnter(account, folder));
  } catch {
    // A read-only system, or a file of that name.
    return false;
  }
}
