import { readTerminalConfig } from "../config.js";
import { checkFile } from "./checked-file.js";
import { exitCodes } from "./exit-code.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { withOutlet } from "./problem-outlet.js";
import { refuseReport } from "./problem-report.js";
import { problemTable } from "./problem-table.js";
import { withProgress } from "./progress-bar.js";
import { nothingHeldBack } from "./push-answer.js";
import { withFormOfFile } from "./form-file.js";
import { readReference } from "../figures-file/reference.js";

/** What `carrefour validate` is told. */
export interface ValidateOptions {
  readonly report?: string;
  readonly form?: string;
  readonly lang?: TerminalLanguage;
}

/** Tells every problem of a file on the screen, and in a report; ends with 1 when the hub would refuse the file. */
export async function validate(file: string, options: ValidateOptions): Promise<void> {
  const language = options.lang ?? readTerminalConfig().language;
  if (options.report !== undefined) refuseReport(options.report, file);
  const reference = withFormOfFile(readReference(), options.form);
  const sending = { mode: "DRY_RUN", reason: null, noticeVersion: null } as const;
  const { checked, tally } = await withOutlet(options.report, language, async ({ tally, tell }) => ({
    checked: await withProgress("{bar} {percentage} %", 1, (done) =>
      checkFile(file, sending, async () => reference, tell, done),
    ),
    tally,
  }));
  checked.close();
  const { answers, offices, format, isAcceptable } = checked;
  if (tally.total > 0) console.log(problemTable(tally, language));
  if (tally.total > 0 && isAcceptable) console.log(inLanguage(nothingHeldBack, language));
  const verdict = isAcceptable
    ? {
        fr: `Prêt à envoyer : ${answers} réponses, ${offices} bureau(x), lu comme ${format}.`,
        en: `Ready to push: ${answers} answers, ${offices} office(s), read as ${format}.`,
      }
    : {
        fr: "Refusé : corrigez ces points, puis validez de nouveau.",
        en: "Refused: mend these points, then validate again.",
      };
  console.log(inLanguage(verdict, language));
  if (!isAcceptable) process.exitCode = exitCodes.refused;
}
