import { dayInToronto, hashOf, judgeRosterOffline } from "../../subgraphs/offline.js";
import { readTerminalConfig } from "../config.js";
import type { HubClient } from "../sdk/client.js";
import { type PartnerRoster, pushPartnerRoster, readCaller } from "../sdk/roster-operations.js";
import { type Access, openHub } from "./access/access.js";
import { exitCodes, UsageError } from "./exit-code.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { ProblemOutlet, withOutlet } from "./problem-outlet.js";
import { refuseReport } from "./problem-report.js";
import { problemTable } from "./problem-table.js";
import { withProgress } from "./progress-bar.js";
import { isTaken } from "./push-answer.js";
import { sourceOfFile } from "../figures-file/figure-source.js";
import { writeReceipt } from "./receipt-file.js";
import { placeRosterIssues } from "./roster/place-roster-issues.js";
import { readRosterFile, type RosterFile } from "./roster/read-roster-file.js";
import { rosterAnswer } from "./roster/roster-answer.js";
import { RowOrder } from "../figures-file/row-order.js";

/** What `carrefour push-roster` is told. */
export interface PushRosterOptions extends Access {
  readonly dryRun?: true;
  readonly key?: string;
  readonly baseRevision?: number;
  readonly withdraw?: readonly string[];
  readonly report?: string;
  readonly receipt?: string;
}

/**
 * Checks a roster here, so that nothing that identifies anybody leaves the office, then sends it as a whole; ends with 1
 * when it was refused.
 */
export async function pushRoster(file: string, options: PushRosterOptions): Promise<void> {
  const config = readTerminalConfig();
  const language = options.lang ?? config.language;
  if (options.report !== undefined) refuseReport(options.report, file);
  const roster = await checkHere(file, options, language);
  if (roster === null) return;
  const hub = await openHub(options, config);
  await withOutlet(options.report, language, (outlet) => send(hub, roster, options, outlet, language));
}

/** Applies the rules that need no hub; null when the file may not be sent, which is told. */
async function checkHere(
  file: string,
  options: PushRosterOptions,
  language: TerminalLanguage,
): Promise<RosterFile | null> {
  return withOutlet(options.report, language, async (outlet) => {
    const inOrder = new RowOrder(outlet.tell);
    let isReadable = true;
    const source = await sourceOfFile(file).catch(cannotBeRead(file));
    const roster = await withProgress("{bar} {percentage} %", 1, () =>
      readRosterFile(source, (problem) => {
        isReadable = false;
        inOrder.tell(problem);
      }),
    );
    const withdrawn = options.withdraw ?? [];
    const judged = judgeRosterOffline(
      { rows: roster.partners.map(({ partner }) => partner), withdrawn },
      dayInToronto(new Date()),
    );
    for (const problem of placeRosterIssues(judged.issues, roster))
      if (!roster.unread.has(`${problem.row} ${problem.column}`)) inOrder.tell(problem);
    inOrder.end();
    if (isReadable && judged.isAcceptable) return roster;
    console.log(problemTable(outlet.tally, language));
    const refused = {
      fr: "Rien n'a été envoyé : corrigez ces points d'abord.",
      en: "Nothing was sent: mend these points first.",
    };
    console.log(inLanguage(refused, language));
    process.exitCode = exitCodes.refused;
    return null;
  });
}

async function send(
  hub: HubClient,
  roster: RosterFile,
  options: PushRosterOptions,
  outlet: ProblemOutlet,
  language: TerminalLanguage,
): Promise<void> {
  const { data: caller } = await hub.ask(readCaller, {});
  const { establishment } = caller.me;
  if (establishment === null) throw noEstablishment();
  const content: Omit<PartnerRoster, "idempotencyKey"> = {
    establishment,
    baseRevision: options.baseRevision ?? null,
    mode: options.dryRun ? "DRY_RUN" : "SUBMIT",
    rows: roster.partners.map(({ partner }) => partner),
    withdrawn: options.withdraw ?? [],
  };
  const input = { ...content, idempotencyKey: options.key ?? hashOf(content) };
  const { data, isReplay } = await withProgress("{bar} {percentage} %", 1, () =>
    hub.ask(pushPartnerRoster, { input }),
  );
  const result = data.pushPartnerRoster;
  const issues = result.issues.map(({ fr, en, ...issue }) => ({ ...issue, messages: { fr, en } }));
  placeRosterIssues(issues, roster, establishment).forEach(outlet.tell);
  console.log(
    rosterAnswer(establishment, result, { isReplay, mode: content.mode, tally: outlet.tally }, language),
  );
  if (!isTaken(result.status)) process.exitCode = exitCodes.refused;
  if (result.receipt === null) return;
  const { receipt, revision, counts, pushedAt } = result;
  const kept = { receipt, establishment, revision, counts, receivedAt: pushedAt };
  const path = writeReceipt(kept, options.receipt ?? `recu-registre-${establishment}-r${revision}.json`);
  console.log(inLanguage({ fr: `Reçu gardé dans ${path}`, en: `Receipt kept in ${path}` }, language));
}

const noEstablishment = (): UsageError =>
  new UsageError({
    fr: "Ce compte n'est lié à aucun établissement : un registre s'envoie avec le compte de l'établissement.",
    en: "This account is bound to no establishment: a roster is pushed with the account of the establishment.",
  });

const cannotBeRead =
  (path: string) =>
  ({ code }: NodeJS.ErrnoException): never => {
    throw new UsageError(
      code === "ENOENT"
        ? { fr: `Le fichier ${path} n'existe pas.`, en: `The file ${path} does not exist.` }
        : { fr: `${path} ne peut pas être lu (${code}).`, en: `${path} cannot be read (${code}).` },
    );
  };
