import { mkdir, readdir, rename, rm, rmdir, statfs } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { syncFolder } from "../durable-file.js";
import { errorCode } from "../errors.js";
import { isSignalable } from "../process-identity.js";
import { BackupError } from "./errors.js";

const mark = ".unfinished-";

/** A folder that gets its name when it is whole. */
export interface UnfinishedFolder {
  readonly path: string;
  /** Gives it its name; every folder in it is on the disk first. */
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * Makes a folder beside the wanted one, which must not be there or be empty. Throws NOT_EMPTY.
 * @param onPath told where it will be, before anything is there
 */
export async function unfinishedFolder(
  wanted: string,
  onPath: (path: string) => void = () => undefined,
): Promise<UnfinishedFolder> {
  const place = resolve(wanted);
  const entries = await readdir(place).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    if (errorCode(error) === "ENOTDIR") return [""];
    throw error;
  });
  if (entries && entries.length > 0)
    throw new BackupError(
      "NOT_EMPTY",
      `${wanted} n'est pas vide et n'a pas été touché. Donnez un dossier qui n'existe pas encore.`,
      `${wanted} is not empty and was not touched. Give a folder that does not exist yet.`,
    );
  await mkdir(dirname(place), { recursive: true });
  await wipeLeftovers(place);
  const path = `${place}${mark}${process.pid}`;
  onPath(path);
  await mkdir(path, { mode: 0o700 });
  return {
    path,
    async finish() {
      const folders = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) =>
        entry.isDirectory(),
      );
      for (const { parentPath, name } of folders) await syncFolder(join(parentPath, name));
      await syncFolder(path);
      if (entries) await rmdir(place);
      await rename(path, place);
      await syncFolder(dirname(place));
    },
    abandon: () => rm(path, { recursive: true, force: true }),
  };
}

/** What a backup that was killed left beside this place. */
async function wipeLeftovers(place: string): Promise<void> {
  const prefix = basename(place) + mark;
  for (const name of await readdir(dirname(place)))
    if (name.startsWith(prefix) && !isSignalable(Number(name.slice(prefix.length))))
      await rm(join(dirname(place), name), { recursive: true, force: true });
}

// A disk is not filled to its last byte: the hub itself must go on.
const spareBytes = 64 * 1_048_576;

/** Throws NO_ROOM when so much does not fit where a folder is. */
export async function refuseWithoutRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= bytes + spareBytes) return;
  const inMegabytes = (count: number): number => Math.ceil(count / 1_048_576);
  const [needed, free] = [inMegabytes(bytes + spareBytes), inMegabytes(bavail * bsize)];
  throw new BackupError(
    "NO_ROOM",
    `Il faut ${needed} Mo là où est ${folder} ; il y en a ${free}. Faites de la place ou donnez un autre disque.`,
    `${needed} MB are needed where ${folder} is; there are ${free}. Make room or give another disk.`,
  );
}
