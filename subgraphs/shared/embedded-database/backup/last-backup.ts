import { join } from "node:path";
import { z } from "zod";
import { readIfPresent, writeDurably } from "../durable-file.js";

const lastBackup = z.object({ at: z.iso.datetime(), folder: z.string() });

/** The last backup that was taken of a data folder. */
export type LastBackup = z.infer<typeof lastBackup>;

const fileOf = (dataDir: string): string => join(dataDir, "last-backup.json");

export const recordLastBackup = (dataDir: string, backup: LastBackup): Promise<void> =>
  writeDurably(fileOf(dataDir), `${JSON.stringify(backup)}\n`, 0o644);

/** Null when none was taken, as far as the data folder knows. */
export async function readLastBackup(dataDir: string): Promise<LastBackup | null> {
  const text = await readIfPresent(fileOf(dataDir));
  const read = text === null ? null : lastBackup.safeParse(JSON.parse(text));
  return read?.success ? read.data : null;
}
