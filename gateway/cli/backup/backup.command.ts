import { existsSync, rmSync } from "node:fs";
import type { Command } from "commander";
import { readOperatorConfig } from "../../config.js";
import { exitCodes } from "../exit-code.js";
import { beforeInterruption } from "../interruption.js";
import { inLanguage, type TerminalLanguage, withLanguage } from "../language.js";
import { withProgress } from "../progress-bar.js";
import { torontoTime } from "../toronto-time.js";
import { megabytes } from "./amounts.js";

interface Options {
  readonly json?: true;
  readonly lang?: TerminalLanguage;
}

// Copies that are under way on other threads may write once more what was just taken away.
const settledMs = 50;

/** Takes a folder away into which is still being written, without giving up the thread. */
function takeAway(folder: string): void {
  do {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: settledMs });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, settledMs);
  } while (existsSync(folder));
}

/** `carrefour backup`: a copy of the embedded database, passwords and keys, while the hub serves. */
export const addBackupCommand = (program: Command): Command =>
  withLanguage(program.command("backup"))
    .description(
      "sauvegarde la base embarquée, pendant que le carrefour sert · backs up the embedded database while the hub serves",
    )
    .argument("<dossier>", "dossier à faire, absent ou vide · folder to make, absent or empty")
    .option("--json", "en JSON · as JSON")
    .action(async (destination: string, options: Options) => {
      const config = readOperatorConfig();
      const language = options.lang ?? config.language;
      // Loaded here: the other commands start without a database's driver.
      const { takeBackup } = await import("../../../subgraphs/operator.js");
      const { refuseServer, toldRefusals } = await import("./refusals.js");
      await toldRefusals(language, async () => {
        refuseServer(config, "backup", destination);
        let unfinished: string | null = null;
        const takeBack = beforeInterruption(() => {
          if (unfinished) takeAway(unfinished);
        });
        const taken = await withProgress(
          "{bar} {percentage} % · {eta_formatted}",
          1,
          (onProgress, setTotal) => {
            let done = 0;
            return takeBackup({
              dataDir: config.dataDir,
              destination,
              onTotal: setTotal,
              onBytes: (bytes) => onProgress((done += bytes)),
              onUnfinished: (folder) => (unfinished = folder),
            });
          },
        );
        takeBack();
        if (options.json) console.log(JSON.stringify({ folder: destination, ...taken }, null, 2));
        else {
          const { files, bytes, stoppedAt, secrets } = taken;
          console.log(
            inLanguage(
              {
                fr: `Sauvegardé dans ${destination} : ${files} fichiers, ${megabytes(bytes, "fr")}, tels qu'au ${torontoTime("fr")(stoppedAt)}.\nMots de passe et clés compris (${secrets.join(", ")}) : gardez ce dossier comme un secret. Ce que l'environnement donne (DATABASE_ROLE_SECRET, AUDIT_SIGNING_KEY, leurs fichiers) n'y est pas.\nVérifiez : npx carrefour restore ${destination}   (ne change rien sans --yes)`,
                en: `Backed up to ${destination}: ${files} files, ${megabytes(bytes, "en")}, as of ${torontoTime("en")(stoppedAt)}.\nPasswords and keys included (${secrets.join(", ")}): keep this folder like a secret. What the environment gives (DATABASE_ROLE_SECRET, AUDIT_SIGNING_KEY, their files) is not in it.\nVerify: npx carrefour restore ${destination}   (changes nothing without --yes)`,
              },
              language,
            ),
          );
        }
        process.exitCode = exitCodes.done;
      });
    });
