import { readdir, readFile, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { BackupError } from "./errors.js";
import { errorCode } from "../errors.js";

// What a server makes anew or must not find (PostgreSQL, « Making a base backup using the low level API »): folders whose
// contents stay behind, and files.
const emptied: ReadonlySet<string> = new Set([
  "pg_dynshmem",
  "pg_notify",
  "pg_replslot",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
  "pg_wal",
]);
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|.*\.tmp|pgsql_tmp.*|pg_internal\.init.*)$/;

/** What of a data folder goes into a backup, by paths in it with « / ». */
export interface ClusterFiles {
  /** Every folder, parents first. */
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** Lists the data folder of a server that goes on working. Throws TABLESPACES for data that lie elsewhere. */
export async function filesOfCluster(dataFolder: string): Promise<ClusterFiles> {
  const folders: string[] = [];
  const files: { path: string; bytes: number }[] = [];
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(dataFolder, path), { withFileTypes: true }).catch(goneIsEmpty);
    for (const entry of entries) {
      const inside = path === "" ? entry.name : `${path}/${entry.name}`;
      if (path === "pg_tblspc") throw tablespaces(join(dataFolder, inside));
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && emptied.has(inside));
      if (isFolder) {
        if (leftOut.test(entry.name)) continue;
        folders.push(inside);
        if (!emptied.has(inside)) await visit(inside);
      } else if (entry.isFile() && !leftOut.test(entry.name)) {
        const found = await stat(join(dataFolder, inside)).catch(() => null);
        if (found) files.push({ path: inside, bytes: found.size });
      }
    }
  };
  await visit("");
  return { folders: [...folders, "pg_wal/archive_status", "pg_wal/summaries"], files };
}

const goneIsEmpty = (error: unknown): [] => {
  if (errorCode(error) === "ENOENT") return [];
  throw error;
};

const tablespaces = (path: string): BackupError =>
  new BackupError(
    "TABLESPACES",
    `${path.split(sep).join("/")} mène hors du dossier de données : les espaces de tables ne sont pas pris en charge. Sauvegardez avec pg_basebackup.`,
    `${path.split(sep).join("/")} leads out of the data folder: tablespaces are not supported. Back up with pg_basebackup.`,
  );

/** The log segments from the start of a backup to its stop, as they are called in pg_wal. Throws LOG_INCOMPLETE. */
export async function logSegments(dataFolder: string, first: string, last: string): Promise<string[]> {
  const names = await readdir(join(dataFolder, "pg_wal"));
  const wanted = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).sort();
  const expected = positionOf(last) - positionOf(first) + 1;
  if (wanted.length !== expected || wanted[0] !== first || wanted.at(-1) !== last)
    throw new BackupError(
      "LOG_INCOMPLETE",
      `Le journal de PostgreSQL n'est pas complet de ${first} à ${last} (${wanted.length} segments sur ${expected}). Rien n'a été gardé ; recommencez la sauvegarde.`,
      `PostgreSQL's log is not complete from ${first} to ${last} (${wanted.length} segments of ${expected}). Nothing was kept; take the backup again.`,
    );
  return [...wanted, ...names.filter((name) => /^[0-9A-F]{8}\.history$/.test(name))];
}

// Segments of 16 MB, as initdb makes them: 256 to each of the middle number.
const positionOf = (segment: string): number =>
  Number.parseInt(segment.slice(8, 16), 16) * 256 + Number.parseInt(segment.slice(16), 16);

/** pg_control as one write left it: a server may be in the midst of the next one. */
export async function settledControlFile(dataFolder: string): Promise<Buffer> {
  const path = join(dataFolder, "global", "pg_control");
  let before = await readFile(path);
  for (;;) {
    const after = await readFile(path);
    if (after.equals(before)) return after;
    before = after;
  }
}
