import { constants } from "node:fs";
import { chmod, copyFile, lstat, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { errorCode } from "./errors.js";
import { isOnlyOurs, openFolder } from "./open-folder.js";
import type { ServerAccount } from "./run-as.js";

/** Copies the programs (60 MB) once to a folder that the account can enter and only we can write; false when it cannot be there. */
export async function copyForAccount(source: string, copy: string, account: ServerAccount): Promise<boolean> {
  if (!(await openFolder(dirname(copy), account))) return false;
  if (await isFaithful(source, copy)) return true;
  if ((await ownerOf(copy)) === "another account") return false;
  const fresh = await mkdtemp(`${copy}.`);
  try {
    await copyContents(source, fresh);
    await rm(copy, { recursive: true, force: true });
    await rename(fresh, copy);
    return true;
  } catch (error) {
    // Another hub that copies to the same place was faster.
    if (["ENOTEMPTY", "EEXIST"].includes(errorCode(error) ?? "")) return isFaithful(source, copy);
    throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Whether a copy made earlier has every file, with its size, and nobody else could have changed it. */
async function isFaithful(source: string, copy: string): Promise<boolean> {
  const root = await lstat(copy).catch(() => null);
  if (root === null || !root.isDirectory() || !isOnlyOurs(root)) return false;
  const verdicts = await Promise.all(
    (await entriesOf(source)).map(async ({ path, isFolder }) => {
      const counterpart = join(copy, relative(source, path));
      const [original, copied] = await Promise.all([lstat(path), lstat(counterpart).catch(() => null)]);
      return (
        copied !== null &&
        isOnlyOurs(copied) &&
        (isFolder ? copied.isDirectory() : copied.size === original.size)
      );
    }),
  );
  return verdicts.every(Boolean);
}

/** Links are left to repairBinaries; modes are set anew, since the source may be closed to others or open to all. */
async function copyContents(source: string, destination: string): Promise<void> {
  await chmod(destination, 0o755);
  for (const { path, isFolder } of await entriesOf(source)) {
    const place = join(destination, relative(source, path));
    if (isFolder) await mkdir(place);
    else await copyFile(path, place, constants.COPYFILE_FICLONE);
    await chmod(place, isFolder || dirname(place).endsWith("bin") ? 0o755 : 0o644);
  }
}

/** Folders come before what they hold. */
async function entriesOf(folder: string): Promise<{ path: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }))
    .sort((one, other) => one.path.length - other.path.length);
}

async function ownerOf(path: string): Promise<"nobody" | "ourselves" | "another account"> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return "nobody";
  return found.uid === process.getuid?.() ? "ourselves" : "another account";
}
