import type { Command } from "commander";
import { readTerminalConfig } from "../config.js";
import { checkFile } from "./checked-file.js";
import { exitCodes } from "./exit-code.js";
import { inLanguage, type TerminalLanguage, withLanguage } from "./language.js";
import { refuseReport, writeReport } from "./problem-report.js";
import { problemTable } from "./problem-table.js";

interface Options {
  readonly report?: string;
  readonly lang?: TerminalLanguage;
}

/** `carrefour validate`: every problem of a file at once; needs neither a hub nor an account. */
export const addValidateCommand = (program: Command): Command =>
  withLanguage(program.command("validate"))
    .argument("<fichier>", "CSV ou XLSX · CSV or XLSX")
    .description(
      "relève tous les problèmes d'un fichier (hors ligne, sans compte) · tells every problem of a file (offline, no account)",
    )
    .option("--report <fichier>", "rapport .csv, .html ou .json · report .csv, .html or .json")
    .action(async (file: string, options: Options) => {
      const language = options.lang ?? readTerminalConfig().language;
      if (options.report !== undefined) refuseReport(options.report, file);
      const checked = await checkFile(file, { mode: "DRY_RUN", reason: null, noticeVersion: null });
      if (checked.problems.length > 0) console.log(problemTable(checked.problems, language));
      if (options.report !== undefined) await writeReport(options.report, checked.problems, language);
      const answers = checked.offices.reduce((sum, office) => sum + office.answers.length, 0);
      const verdict = checked.isAcceptable
        ? {
            fr: `Prêt à envoyer : ${answers} réponses, ${checked.offices.length} bureau(x), lu comme ${checked.format}.`,
            en: `Ready to push: ${answers} answers, ${checked.offices.length} office(s), read as ${checked.format}.`,
          }
        : {
            fr: "Refusé : corrigez ces points, puis validez de nouveau.",
            en: "Refused: mend these points, then validate again.",
          };
      console.log(inLanguage(verdict, language));
      if (!checked.isAcceptable) process.exitCode = exitCodes.refused;
    });
