import { readTerminalConfig, type TerminalConfig } from "../config.js";
import type { HubClient } from "../sdk/client.js";
import { type CheckedFile, checkFile, type FindReference } from "./checked-file.js";
import { earlierFigures, type FindLastYear } from "./earlier-figures.js";
import { exitCodes } from "./exit-code.js";
import { withFormsOfHub } from "./form-of-hub.js";
import { type Access, openHub, saysWho } from "./access/access.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { ProblemOutlet, withOutlet } from "./problem-outlet.js";
import { refuseReport } from "./problem-report.js";
import { problemTable } from "./problem-table.js";
import { withProgress } from "./progress-bar.js";
import { problemsOf, pushAnswer } from "./push-answer.js";
import { type OfficeResult, type PushOptions, pushFigures } from "./push-figures.js";
import { PushSummary } from "./push-summary.js";
import { withFormOfFile } from "./form-file.js";
import { readReference } from "../figures-file/reference.js";
import { receiptOf, receiptPlace, writeReceipt } from "./receipt-file.js";
import { yearOnYear } from "./year-on-year.js";

/** What `carrefour push` is told. */
export interface PushCommandOptions extends Access {
  readonly dryRun?: true;
  readonly draft?: true;
  readonly key?: string;
  readonly baseRevision?: number;
  readonly reason?: string;
  readonly notice?: string;
  readonly form?: string;
  readonly report?: string;
  readonly receipt?: string;
  readonly lang?: TerminalLanguage;
}

/** Checks a file here, then sends it, one push an office; ends with 1 when the file or an office was refused. */
export async function push(file: string, options: PushCommandOptions): Promise<void> {
  const config = readTerminalConfig();
  const language = options.lang ?? config.language;
  if (options.report !== undefined) refuseReport(options.report, file);
  const sent: PushOptions = {
    mode: options.dryRun ? "DRY_RUN" : options.draft ? "DRAFT" : "SUBMIT",
    key: options.key ?? null,
    baseRevision: options.baseRevision ?? null,
    reason: options.reason ?? null,
    noticeVersion: options.notice ?? null,
  };
  const checked = await checkHere(file, sent, options, config, language);
  if (checked === null) return;
  try {
    const hub = await openHub(options, config);
    await withOutlet(options.report, language, (outlet) =>
      send(hub, checked, sent, options.receipt, outlet, language),
    );
  } finally {
    checked.close();
  }
}

/** Applies the rules here first; null when nothing of the file may be sent, which is told. */
async function checkHere(
  file: string,
  sent: PushOptions,
  options: PushCommandOptions,
  config: TerminalConfig,
  language: TerminalLanguage,
): Promise<CheckedFile | null> {
  const shipped = withFormOfFile(readReference(), options.form);
  // The hub may have opened campaigns that this program was not shipped with.
  const findReference: FindReference = async (campaigns) =>
    campaigns.some((campaign) => !shipped.forms.has(campaign)) && (await saysWho(options, config))
      ? withFormsOfHub(shipped, await openHub(options, config), campaigns)
      : shipped;
  const outlet = new ProblemOutlet(options.report, language);
  try {
    const checked = await withProgress("{bar} {percentage} %", 1, (done) =>
      checkFile(file, sent, findReference, outlet.tell, done),
    );
    if (checked.isAcceptable) {
      // What the hub answers counts: its report takes the place of this one.
      outlet.abandon();
      return checked;
    }
    checked.close();
    outlet.finish();
  } catch (error) {
    outlet.abandon();
    throw error;
  }
  console.log(problemTable(outlet.tally, language));
  const refused = {
    fr: "Rien n'a été envoyé : corrigez ces points d'abord.",
    en: "Nothing was sent: mend these points first.",
  };
  console.log(inLanguage(refused, language));
  process.exitCode = exitCodes.refused;
  return null;
}

/** Sends each office; what was answered before a failure is told too, since those pushes count. */
async function send(
  hub: HubClient,
  checked: CheckedFile,
  sent: PushOptions,
  receiptPath: string | undefined,
  outlet: ProblemOutlet,
  language: TerminalLanguage,
): Promise<void> {
  const summary = new PushSummary();
  const texts: string[] = [];
  const placeOf = receiptPlace(receiptPath, checked.offices);
  const lastYear: FindLastYear = sent.mode === "DRY_RUN" ? await earlierFigures(hub) : () => null;
  const take = (answered: OfficeResult): void => {
    const before = lastYear(answered.office);
    const receipt = receiptOf(answered);
    const path = receipt === null ? null : writeReceipt(receipt, placeOf(receipt));
    summary.add(answered, sent.mode, path, before);
    problemsOf(answered).forEach(outlet.tell);
    if (checked.offices > 1) return;
    texts.push(pushAnswer(answered, sent.mode, language));
    if (before) texts.push(yearOnYear(answered.office.answers, before, language));
    if (path !== null)
      texts.push(inLanguage({ fr: `Reçu gardé dans ${path}`, en: `Receipt kept in ${path}` }, language));
  };
  try {
    await withProgress("{bar} {value}/{total}", checked.offices, (done) =>
      pushFigures(hub, checked.figures(), sent, (answered, count) => {
        take(answered);
        done(count);
      }),
    );
  } finally {
    if (checked.offices > 1 && !summary.isEmpty) texts.push(summary.text(outlet.tally, language));
    if (texts.length > 0) console.log(texts.join("\n"));
  }
  if (summary.isAnyRefused) process.exitCode = exitCodes.refused;
}
