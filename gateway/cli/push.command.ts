import { type Command, InvalidArgumentError, Option } from "commander";
import { withLanguage } from "./language.js";
import { withAccess } from "./with-access.js";
import type { PushCommandOptions } from "./push.js";

/** `carrefour push`: sends a file to the hub, one push an office. */
export const addPushCommand = (program: Command): Command =>
  // --key names a push here.
  withAccess(withLanguage(program.command("push")), "--client-key <fichier.pem>")
    .argument("<fichier>", "CSV ou XLSX · CSV or XLSX")
    .description(
      "envoie un fichier au carrefour, un envoi par bureau · pushes a file to the hub, one push an office",
    )
    .option("--dry-run", "essaie tout, n'écrit rien · tries everything, writes nothing")
    .addOption(
      new Option("--draft", "garde en brouillon, même incomplet · keeps a draft, even incomplete").conflicts(
        "dryRun",
      ),
    )
    .option("--key <clé>", "clé d'envoi ; sinon l'empreinte du contenu · key; else the hash of the content")
    .option(
      "--base-revision <n>",
      "révision d'où vous partez, rien au premier envoi · revision that you started from, none at first",
      wholeNumber,
    )
    .option("--reason <texte>", "raison d'une correction · reason of a correction")
    .option("--notice <version>", "version de l'avis accepté · version of the accepted notice")
    .option(
      "--form <fichier>",
      "formulaire écrit par « template --form-output » ; sinon celui du carrefour · form written by “template --form-output”; else the hub's",
    )
    .option("--report <fichier>", "rapport .csv, .html ou .json · report .csv, .html or .json")
    .option(
      "--receipt <fichier>",
      "fichier du reçu, pour un seul bureau · file of the receipt, for one office only",
    )
    .action(async (file: string, options: PushCommandOptions) =>
      (await import("./push.js")).push(file, options),
    );

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("1, 2, 3…");
  return Number(text);
}
