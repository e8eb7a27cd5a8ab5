import type { Command } from "commander";
import { withLanguage } from "./language.js";
import type { ValidateOptions } from "./validate.js";

/** `carrefour validate`: every problem of a file at once; needs neither a hub nor an account. */
export const addValidateCommand = (program: Command): Command =>
  withLanguage(program.command("validate"))
    .argument("<fichier>", "CSV ou XLSX · CSV or XLSX")
    .description(
      "relève tous les problèmes d'un fichier (hors ligne, sans compte) · tells every problem of a file (offline, no account)",
    )
    .option("--report <fichier>", "rapport .csv, .html ou .json · report .csv, .html or .json")
    .option(
      "--form <fichier>",
      "formulaire écrit par « template --form-output » · form written by “template --form-output”",
    )
    .action(async (file: string, options: ValidateOptions) =>
      (await import("./validate.js")).validate(file, options),
    );
