import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Copied, hashOf, someAtATime, writeNew } from "./copied-file.js";
import { BackupError } from "./errors.js";

/** The list of every file of a backup with its hash, as `sha256sum --check` reads it. */
export const sumsFile = "SHA256SUMS";
const recordFile = "backup.json";

const record = z.object({
  format: z.literal(1),
  /** The major version of PostgreSQL. */
  postgres: z.string(),
  /** By the server's clock: whatever was acknowledged before the start is in it, nothing from after the stop. */
  startedAt: z.iso.datetime(),
  stoppedAt: z.iso.datetime(),
  startLsn: z.string(),
  stopLsn: z.string(),
  files: z.int().positive(),
  bytes: z.int().positive(),
});

/** What a backup says of itself. */
export type BackupRecord = z.infer<typeof record>;

/** Files by their paths in the backup. */
export type Sums = ReadonlyMap<string, Copied>;

/** Writes what makes a folder of files a backup. */
export async function writeManifest(
  folder: string,
  told: Omit<BackupRecord, "format" | "files" | "bytes">,
  sums: Sums,
): Promise<BackupRecord> {
  const bytes = [...sums.values()].reduce((sum, file) => sum + file.bytes, 0);
  const whole: BackupRecord = { format: 1, ...told, files: sums.size, bytes };
  const written = await writeNew(join(folder, recordFile), `${JSON.stringify(whole, null, 2)}\n`);
  const lines = [...sums, [recordFile, written] as const].map(([path, { sha256 }]) => `${sha256}  ${path}\n`);
  await writeNew(join(folder, sumsFile), lines.sort(byPath).join(""));
  return whole;
}

const byPath = (one: string, other: string): number => (one.slice(66) < other.slice(66) ? -1 : 1);

/** What a backup says of itself. Throws NO_BACKUP for a folder that is none. */
export async function readRecord(folder: string): Promise<BackupRecord> {
  const text = await readFile(join(folder, recordFile), "utf8").catch(() => null);
  const read = text === null ? null : record.safeParse(parsed(text));
  if (read?.success) return read.data;
  throw new BackupError(
    "NO_BACKUP",
    `${folder} n'est pas une sauvegarde du carrefour (${recordFile} absent ou illisible). Donnez le dossier que « carrefour backup » a fait.`,
    `${folder} is no backup of the hub (${recordFile} absent or unreadable). Give the folder that “carrefour backup” made.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Files that are part of a backup, by path: « postgres/… » and « secrets/… ». */
const safePath = /^(?:postgres|secrets)(?:\/(?!\.{1,2}(?:\/|$))[^/\0\\]+)+$/;

/**
 * Proves that every file of a backup is there as it was written, and no other. Gives their paths.
 * Throws BACKUP_DAMAGED that names the first that is not.
 */
export async function checkBackup(
  folder: string,
  { files }: BackupRecord,
  onBytes: (bytes: number) => void,
): Promise<string[]> {
  const sums = await readSums(folder);
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split("\\")
        .join("/"),
    );
  for (const path of found)
    if (path !== sumsFile && !sums.has(path)) throw damaged(path, "non inscrit", "not listed");
  if (sums.size !== files + 1) throw damaged(sumsFile, "incomplet", "incomplete");
  await someAtATime([...sums], async ([path, sha256]) => {
    if (path !== recordFile && !safePath.test(path))
      throw damaged(path, "chemin inattendu", "unexpected path");
    const copied = await hashOf(join(folder, path), onBytes).catch(() => null);
    if (copied === null) throw damaged(path, "absent", "missing");
    if (copied.sha256 !== sha256) throw damaged(path, "modifié", "changed");
  });
  return [...sums.keys()].filter((path) => path !== recordFile);
}

async function readSums(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, sumsFile), "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "");
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  if (sums.size === 0 || !sums.has(recordFile))
    throw damaged(sumsFile, "absent ou incomplet", "missing or incomplete");
  return sums;
}

const damaged = (path: string, french: string, english: string): BackupError =>
  new BackupError(
    "BACKUP_DAMAGED",
    `La sauvegarde est abîmée : ${path} (${french}). Rien n'a été touché. Prenez une autre sauvegarde.`,
    `The backup is damaged: ${path} (${english}). Nothing was touched. Take another backup.`,
  );
