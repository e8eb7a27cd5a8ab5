import { chown, mkdir, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { findBinaries } from "../binaries.js";
import { readIfPresent, syncFolder } from "../durable-file.js";
import { takeHubLock } from "../hub-lock.js";
import { type DataLocation, locateData } from "../location.js";
import { livingServer, readPostmasterFile } from "../postmaster-file.js";
import { stopServer } from "../server.js";
import { type EmbeddedDatabase, startRestored } from "../start.js";
import { copyFile, someAtATime } from "./copied-file.js";
import { BackupError } from "./errors.js";
import { keptFiles } from "./kept-files.js";
import { type BackupRecord, checkBackup, readRecord } from "./manifest.js";
import { isThere, swapBack, swapIn, type Swapped } from "./swap.js";
import { refuseWithoutRoom } from "./unfinished-folder.js";
import { clearRestoreMark, markRestore, unfinishedRestore } from "./unfinished-restore.js";

export interface CheckingBackup {
  /** The folder that `carrefour backup` made. */
  readonly from: string;
  readonly onTotal?: (bytes: number) => void;
  readonly onBytes?: (bytes: number) => void;
}

/** A backup whose every file is as it was written. */
export interface CheckedBackup {
  readonly from: string;
  readonly record: BackupRecord;
  readonly paths: readonly string[];
}

/** Reads a backup whole and proves it, touching nothing. Throws NO_BACKUP, BACKUP_DAMAGED, OTHER_MAJOR. */
export async function checkedBackup({
  from,
  onTotal,
  onBytes = () => undefined,
}: CheckingBackup): Promise<CheckedBackup> {
  const folder = resolve(from);
  const record = await readRecord(folder);
  const { major } = await findBinaries();
  if (record.postgres !== major)
    throw new BackupError(
      "OTHER_MAJOR",
      `La sauvegarde est de PostgreSQL ${record.postgres} et ce carrefour apporte PostgreSQL ${major}. Restaurez-la avec la version du carrefour qui l'a faite.`,
      `The backup is of PostgreSQL ${record.postgres} and this hub brings PostgreSQL ${major}. Restore it with the version of the hub that made it.`,
    );
  onTotal?.(record.bytes);
  return { from: folder, record, paths: await checkBackup(folder, record, onBytes) };
}

export interface Restoring {
  /** HUB_DATA_DIR; made when absent. */
  readonly dataDir: string;
  readonly backup: CheckedBackup;
  /** What replaced files are called after: `.replaced-<stamp>`. */
  readonly stamp: string;
  readonly onBytes?: (bytes: number) => void;
  /** Looks at the restored database before it counts; what it throws has everything put back. */
  readonly verify: (database: EmbeddedDatabase) => Promise<void>;
}

/** What was put aside, by where it lies now. */
export type Replaced = readonly string[];

/**
 * Puts a backup in the place of the data folder's database, passwords and keys. What it replaces is kept beside under
 * another name. The restored server is started and looked at; if that fails, everything is as before.
 * Throws ALREADY_RUNNING while a hub serves on the folder, BackupError.
 */
export async function restoreBackup(restoring: Restoring): Promise<Replaced> {
  await mkdir(restoring.dataDir, { recursive: true });
  const dataDir = await realpath(restoring.dataDir);
  const lock = await takeHubLock(dataDir);
  try {
    const before = await unfinishedRestore(dataDir);
    if (before) await putDataBack(dataDir, before.stamp);
    const location = await locateData(dataDir);
    await stopLeftServer(location);
    const stamp = before?.stamp ?? restoring.stamp;
    const swaps = await prepared({ ...restoring, dataDir, stamp }, location);
    await markRestore(dataDir, { from: restoring.backup.from, stamp });
    try {
      await swapIn(swaps);
      const database = await startRestored({ dataDir }, lock);
      try {
        await restoring.verify(database);
      } finally {
        await database.stop();
      }
    } catch (error) {
      await swapBack(swaps);
      await clearRestoreMark(dataDir);
      throw error;
    }
    await clearRestoreMark(dataDir);
    const asides = swaps.map(({ aside }) => aside);
    const isKept = await Promise.all(asides.map(isThere));
    return asides.filter((_, index) => isKept[index]);
  } finally {
    await lock.release();
  }
}

/** A restore that was killed between two renames left no data in their place. */
async function putDataBack(dataDir: string, stamp: string): Promise<void> {
  const recorded = await readIfPresent(join(dataDir, "postgres-location"));
  const place = recorded?.trim() ?? join(dataDir, "postgres");
  const aside = `${place}.replaced-${stamp}`;
  if (!(await isThere(place))) await rename(aside, place).catch(() => undefined);
}

/** A server that a killed hub left: the hub's lock is ours now, so nobody works with it. */
async function stopLeftServer({ dataFolder }: DataLocation): Promise<void> {
  const found = await readPostmasterFile(dataFolder);
  const living = found === null ? null : await livingServer(found, dataFolder);
  if (living !== null) await stopServer(living);
}

/** Copies the backup beside what it will replace; gives the exchanges to make. */
async function prepared(
  { dataDir, backup, stamp, onBytes = () => undefined }: Omit<Restoring, "verify">,
  { dataFolder, account }: DataLocation,
): Promise<Swapped[]> {
  const freshData = `${dataFolder}.restoring`;
  await rm(freshData, { recursive: true, force: true });
  await refuseWithoutRoom(dirname(dataFolder), backup.record.bytes);
  const ofAccount = async (path: string): Promise<void> => {
    if (account !== null) await chown(path, account.uid, account.gid);
  };
  const inData = backup.paths.filter((path) => path.startsWith("postgres/"));
  const folders = new Set(inData.flatMap((path) => parentsOf(path.slice("postgres/".length))));
  // Folders that a server needs and that are empty in a backup.
  for (const path of ["", ...folders, ...emptyFolders].sort()) {
    const made = join(freshData, path);
    await mkdir(made, { recursive: true, mode: 0o700 });
    await ofAccount(made);
  }
  await someAtATime(inData, async (path) => {
    const to = join(freshData, path.slice("postgres/".length));
    await copyFile(join(backup.from, path), to, onBytes);
    await ofAccount(to);
  });
  for (const path of ["", ...folders]) await syncFolder(join(freshData, path));
  const secrets: Swapped[] = [];
  const restored = backup.paths.filter((path) => path.startsWith("secrets/")).map((path) => basename(path));
  for (const name of restored) {
    const fresh = join(dataDir, `${name}.restoring`);
    await rm(fresh, { force: true });
    await copyFile(join(backup.from, "secrets", name), fresh);
    secrets.push(swapOf(join(dataDir, name), fresh, stamp));
  }
  // A key of the replaced hub must not vouch for the restored one.
  const others = (await keptFiles(dataDir)).filter(
    (name) => !restored.includes(name) && !name.endsWith(".restoring"),
  );
  for (const name of others) secrets.push(swapOf(join(dataDir, name), null, stamp));
  return [swapOf(dataFolder, freshData, stamp), ...secrets];
}

const swapOf = (place: string, fresh: string | null, stamp: string): Swapped => ({
  place,
  fresh,
  aside: `${place}.replaced-${stamp}`,
});

const emptyFolders = [
  "pg_commit_ts",
  "pg_dynshmem",
  "pg_logical/mappings",
  "pg_logical/snapshots",
  "pg_notify",
  "pg_replslot",
  "pg_serial",
  "pg_snapshots",
  "pg_stat",
  "pg_stat_tmp",
  "pg_subtrans",
  "pg_tblspc",
  "pg_twophase",
  "pg_wal/archive_status",
  "pg_wal/summaries",
];

/** a/b/c → a, a/b */
function parentsOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
