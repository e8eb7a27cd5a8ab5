import { type Command, InvalidArgumentError } from "commander";
import { withLanguage } from "./language.js";
import type { PushRosterOptions } from "./push-roster.js";
import { withAccess } from "./with-access.js";

/** `carrefour push-roster`: sends the whole roster of the partners of an establishment. */
export const addPushRosterCommand = (program: Command): Command =>
  // --key names a push here.
  withAccess(withLanguage(program.command("push-roster")), "--client-key <fichier.pem>")
    .argument("<fichier>", "CSV ou XLSX, de « template --roster » · CSV or XLSX, from “template --roster”")
    .description(
      "envoie le registre entier des partenaires ; qui n'y est plus passe à LEFT · pushes the whole roster of partners; who is no longer in it becomes LEFT",
    )
    .option("--dry-run", "essaie tout, n'écrit rien · tries everything, writes nothing")
    .option("--key <clé>", "clé d'envoi ; sinon l'empreinte du contenu · key; else the hash of the content")
    .option(
      "--base-revision <n>",
      "révision d'où vous partez, rien au premier envoi · revision that you started from, none at first",
      wholeNumber,
    )
    .option(
      "--withdraw <identifiant>",
      "efface une personne qui se retire ; se répète · erases a person who withdraws; may be repeated",
      (localId: string, before: readonly string[] = []) => [...before, localId],
    )
    .option("--report <fichier>", "rapport .csv, .html ou .json · report .csv, .html or .json")
    .option("--receipt <fichier>", "fichier du reçu · file of the receipt")
    .action(async (file: string, options: PushRosterOptions) =>
      (await import("./push-roster.js")).pushRoster(file, options),
    );

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("1, 2, 3…");
  return Number(text);
}
