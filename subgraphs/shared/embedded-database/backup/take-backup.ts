import { mkdir, readFile, realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { visitEmbeddedDatabase } from "../visit.js";
import { baseBackup } from "./base-backup.js";
import { type Copied, copyFile, someAtATime, writeNew } from "./copied-file.js";
import { filesOfCluster, logSegments, settledControlFile } from "./files-of-cluster.js";
import { keptFiles } from "./kept-files.js";
import { recordLastBackup } from "./last-backup.js";
import { type BackupRecord, writeManifest } from "./manifest.js";
import { refuseWithoutRoom, unfinishedFolder } from "./unfinished-folder.js";

export interface TakingBackup {
  /** HUB_DATA_DIR. */
  readonly dataDir: string;
  /** The folder to make. */
  readonly destination: string;
  /** Told how much there will be, about. */
  readonly onTotal?: (bytes: number) => void;
  /** Told each part that was copied. */
  readonly onBytes?: (bytes: number) => void;
  /** Told where the backup is until it is whole, for a program that is interrupted. */
  readonly onUnfinished?: (folder: string) => void;
}

/** A backup that was taken. */
export interface TakenBackup extends BackupRecord {
  /** Passwords and keys that are in it. */
  readonly secrets: readonly string[];
}

// The log of the copy itself, which grows while it is made.
const logAllowance = 4 * 16 * 1_048_576;

/**
 * Backs up the embedded database while the hub serves, or starts it for the time of the backup: a copy of the data
 * folder from which PostgreSQL goes to the instant of its end, with the passwords and keys beside it, and the hash of
 * every file. Throws BackupError, EmbeddedDatabaseError; a backup that fails leaves nothing.
 */
export async function takeBackup(options: TakingBackup): Promise<TakenBackup> {
  const { destination, onBytes = () => undefined } = options;
  const visited = await visitEmbeddedDatabase(options.dataDir);
  try {
    const dataDir = await realpath(options.dataDir);
    const folder = await unfinishedFolder(destination, options.onUnfinished);
    try {
      const sums = new Map<string, Copied>();
      const copy = async (from: string, path: string): Promise<void> => {
        const copied = await copyFile(from, join(folder.path, path), onBytes);
        if (copied) sums.set(path, copied);
      };
      const write = async (path: string, content: Buffer | string): Promise<void> =>
        void sums.set(path, await writeNew(join(folder.path, path), content));
      await mkdir(join(folder.path, "secrets"), { mode: 0o700 });
      const secrets = await keptFiles(dataDir);
      for (const name of secrets) await copy(join(dataDir, name), `secrets/${name}`);

      const backup = await baseBackup(
        visited.url,
        async (dataFolder) => {
          const { folders, files } = await filesOfCluster(dataFolder);
          const total = files.reduce((sum, { bytes }) => sum + bytes, 0) + logAllowance;
          await refuseWithoutRoom(dirname(resolve(destination)), total);
          options.onTotal?.(total);
          for (const path of ["", ...folders])
            await mkdir(join(folder.path, "postgres", path), { recursive: true, mode: 0o700 });
          const plain = files.filter(({ path }) => path !== "global/pg_control");
          await someAtATime(plain, ({ path }) => copy(join(dataFolder, path), `postgres/${path}`));
          // Last, as pg_basebackup does: it may not be older than what it speaks of.
          await write("postgres/global/pg_control", await settledControlFile(dataFolder));
        },
        async (dataFolder, { label, firstSegment, lastSegment }) => {
          const names = await logSegments(dataFolder, firstSegment, lastSegment);
          for (const name of names) await copy(join(dataFolder, "pg_wal", name), `postgres/pg_wal/${name}`);
          await write("postgres/backup_label", label);
        },
      );
      const postgres = (await readFile(join(folder.path, "postgres", "PG_VERSION"), "utf8")).trim();
      const { startLsn, stopLsn } = backup;
      const [startedAt, stoppedAt] = [backup.startedAt.toISOString(), backup.stoppedAt.toISOString()];
      const record = await writeManifest(
        folder.path,
        { postgres, startedAt, stoppedAt, startLsn, stopLsn },
        sums,
      );
      await folder.finish();
      await recordLastBackup(dataDir, { at: stoppedAt, folder: resolve(destination) });
      return { ...record, secrets };
    } catch (error) {
      await folder.abandon();
      throw error;
    }
  } finally {
    await visited.leave();
  }
}
