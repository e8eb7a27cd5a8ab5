import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent, writeDurably } from "../durable-file.js";
import { EmbeddedDatabaseError } from "../errors.js";

const fileOf = (dataDir: string): string => join(dataDir, "restore.json");

/** A restore that puts files in their places: from the first to the last of them a hub must not start. */
export interface UnfinishedRestore {
  /** The folder of the backup. */
  readonly from: string;
  /** What the replaced files are called after. */
  readonly stamp: string;
}

export const markRestore = (dataDir: string, restore: UnfinishedRestore): Promise<void> =>
  writeDurably(fileOf(dataDir), `${JSON.stringify(restore)}\n`, 0o600);

export const clearRestoreMark = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true });

/** The restore that was broken off here; null when none was. */
export async function unfinishedRestore(dataDir: string): Promise<UnfinishedRestore | null> {
  const text = await readIfPresent(fileOf(dataDir));
  return text === null ? null : (JSON.parse(text) as UnfinishedRestore);
}

/** Throws RESTORE_UNFINISHED: a start could otherwise begin anew over what is only out of its place. */
export async function refuseUnfinishedRestore(dataDir: string): Promise<void> {
  const restore = await unfinishedRestore(dataDir);
  if (restore === null) return;
  throw new EmbeddedDatabaseError(
    "RESTORE_UNFINISHED",
    `Une restauration de ${restore.from} a été interrompue dans ${dataDir}. Relancez-la : npx carrefour restore ${restore.from} --yes. Rien n'est perdu : ce qu'elle remplace est à côté, sous « .replaced-${restore.stamp} ».`,
    `A restore of ${restore.from} was broken off in ${dataDir}. Run it again: npx carrefour restore ${restore.from} --yes. Nothing is lost: what it replaces lies beside, as “.replaced-${restore.stamp}”.`,
  );
}
