import { BackupError, EmbeddedDatabaseError, StartError } from "../../../subgraphs/operator.js";
import { subgraphNames } from "../../../subgraphs/offline.js";
import type { OperatorConfig } from "../../config.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-code.js";
import { inLanguage, type TerminalLanguage } from "../language.js";

const aboutTheCall: ReadonlySet<string> = new Set(["NOT_EMPTY", "NO_BACKUP"]);

const codeOf = (code: string): ExitCode => (aboutTheCall.has(code) ? exitCodes.usage : exitCodes.refused);

/** Runs a command; what a backup or the embedded database refuses is told in one or two lines. */
export async function toldRefusals(language: TerminalLanguage, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isTold =
      error instanceof BackupError || error instanceof EmbeddedDatabaseError || error instanceof StartError;
    if (!isTold) throw error;
    console.error(inLanguage({ fr: error.french, en: error.english }, language));
    process.exitCode = codeOf(error.code);
  }
}

/**
 * Refuses where no subgraph has the embedded database: the server that the environment names has tools of its own, which
 * know what this program cannot (archives, replicas, several databases).
 */
export function refuseServer(config: OperatorConfig, verb: "backup" | "restore", folder: string): void {
  const urls = subgraphNames.map((name) => config.databaseUrlOf(name));
  if (urls.some((url) => url === null)) return;
  const places = [...new Set(urls.map((url) => withoutPassword(url ?? "")))];
  const lines = places.flatMap(({ server, database, name }) =>
    verb === "backup"
      ? [
          `  pg_basebackup --dbname='${server}' --pgdata='${folder}' --checkpoint=fast --wal-method=stream --progress`,
          `  pg_dump --format=custom --file='${folder}/${name}.dump' '${database}'`,
        ]
      : [`  pg_restore --clean --if-exists --dbname='${database}' '${folder}/${name}.dump'`],
  );
  throw new UsageError({
    fr: `DATABASE_URL désigne un serveur PostgreSQL : ses propres outils ${verb === "backup" ? "le sauvegardent pendant qu'il sert" : "le restaurent, carrefours arrêtés"}.\n${lines.join("\n")}${verb === "restore" ? "\n  Une copie de pg_basebackup se restaure en remplaçant le dossier de données du serveur arrêté." : ""}`,
    en: `DATABASE_URL names a PostgreSQL server: its own tools ${verb === "backup" ? "back it up while it serves" : "restore it, with the hubs stopped"}.\n${lines.join("\n")}${verb === "restore" ? "\n  A copy made by pg_basebackup is restored by replacing the data folder of the stopped server." : ""}`,
  });
}

function withoutPassword(text: string): { server: string; database: string; name: string } {
  const url = new URL(text);
  url.password = "";
  const database = url.toString();
  const name = url.pathname.slice(1);
  url.pathname = "";
  return { server: url.toString(), database, name };
}
