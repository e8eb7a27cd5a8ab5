import { rm } from "node:fs/promises";
import type { Command } from "commander";
import { readHubAddress } from "../../../subgraphs/offline.js";
import { readOperatorConfig } from "../../config.js";
import { exitCodes } from "../exit-code.js";
import { inLanguage, type TerminalLanguage, withLanguage } from "../language.js";
import { withProgress } from "../progress-bar.js";
import { torontoTime } from "../toronto-time.js";
import { megabytes } from "./amounts.js";

interface Options {
  readonly yes?: true;
  readonly discard?: true;
  readonly lang?: TerminalLanguage;
}

/** `carrefour restore`: proves a backup; with --yes puts it in the place of the data folder's database. */
export const addRestoreCommand = (program: Command): Command =>
  withLanguage(program.command("restore"))
    .description(
      "vérifie une sauvegarde ; avec --yes, la restaure, carrefour arrêté · verifies a backup; with --yes restores it, hub stopped",
    )
    .argument("<dossier>", "fait par « carrefour backup » · made by “carrefour backup”")
    .option("--yes", "remplacer la base de HUB_DATA_DIR · replace the database of HUB_DATA_DIR")
    .option("--discard", "supprimer ce qui est remplacé · delete what is replaced")
    .action(async (from: string, options: Options) => {
      const config = readOperatorConfig();
      const language = options.lang ?? config.language;
      const say = (fr: string, en: string): void => console.log(inLanguage({ fr, en }, language));
      const { checkedBackup, restoreBackup } = await import("../../../subgraphs/operator.js");
      const { refuseServer, toldRefusals } = await import("./refusals.js");
      await toldRefusals(language, async () => {
        refuseServer(config, "restore", from);
        const backup = await withProgress("{bar} {percentage} %", 1, (onProgress, setTotal) => {
          let done = 0;
          return checkedBackup({
            from,
            onTotal: setTotal,
            onBytes: (bytes) => onProgress((done += bytes)),
          });
        });
        const { files, bytes, stoppedAt, postgres } = backup.record;
        say(
          `Sauvegarde intacte : ${files} fichiers, ${megabytes(bytes, "fr")}, PostgreSQL ${postgres}, telle qu'au ${torontoTime("fr")(stoppedAt)}.`,
          `Backup intact: ${files} files, ${megabytes(bytes, "en")}, PostgreSQL ${postgres}, as of ${torontoTime("en")(stoppedAt)}.`,
        );
        process.exitCode = exitCodes.done;
        if (!options.yes) {
          const running = await readHubAddress(config.dataDir);
          say(
            `Rien n'a été changé. ${running ? `Un carrefour sert ${config.dataDir} (processus ${running.pid}) : arrêtez-le d'abord. ` : ""}Pour remplacer la base de ${config.dataDir} : npx carrefour restore ${from} --yes`,
            `Nothing was changed. ${running ? `A hub serves ${config.dataDir} (process ${running.pid}): stop it first. ` : ""}To replace the database of ${config.dataDir}: npx carrefour restore ${from} --yes`,
          );
          return;
        }
        const { refuseUnknownDatabase, subgraphs } = await import("../../../subgraphs/index.js");
        const replaced = await withProgress("{bar} {percentage} %", bytes, (onProgress) => {
          let done = 0;
          return restoreBackup({
            dataDir: config.dataDir,
            backup,
            stamp: new Date().toISOString().replace(/[:.]/g, "-"),
            onBytes: (more) => onProgress((done += more)),
            verify: ({ url }) => refuseUnknownDatabase(url, subgraphs),
          });
        });
        if (options.discard)
          await Promise.all(replaced.map((path) => rm(path, { recursive: true, force: true })));
        const kept = options.discard || replaced.length === 0 ? null : replaced.join("\n  ");
        say(
          `Restauré dans ${config.dataDir} ; PostgreSQL a démarré dessus et ses migrations sont connues.${kept ? `\nCe qui a été remplacé est gardé :\n  ${kept}` : ""}\nEnsuite : npx carrefour verify-audit, puis npm start. Avec REDIS_URL, videz aussi ses caches (redis-cli FLUSHDB).`,
          `Restored into ${config.dataDir}; PostgreSQL started on it and its migrations are known.${kept ? `\nWhat was replaced is kept:\n  ${kept}` : ""}\nNext: npx carrefour verify-audit, then npm start. With REDIS_URL, empty its caches too (redis-cli FLUSHDB).`,
        );
      });
    });
