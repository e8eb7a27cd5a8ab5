import Table from "cli-table3";
import type { RosterResult } from "../../sdk/roster-operations.js";
import { inLanguage, type TerminalLanguage } from "../language.js";
import { printable, problemTable } from "../problem-table.js";
import type { ProblemTally } from "../problem-tally.js";
import { isTaken, nothingHeldBack, statuses } from "../push-answer.js";
import type { Words } from "../../figures-file/problem.js";
import { torontoTime } from "../toronto-time.js";

/** What is told beside the answer. */
export interface RosterAsked {
  readonly isReplay: boolean;
  readonly mode: "DRY_RUN" | "SUBMIT";
  readonly tally: ProblemTally;
}

/** What the hub answered to a roster, for a person to read. */
export function rosterAnswer(
  establishment: string,
  { status, revision, receipt, counts, difference, differenceCount }: RosterResult,
  { isReplay, mode, tally }: RosterAsked,
  language: TerminalLanguage,
): string {
  const say = (words: Words): string => inLanguage(words, language);
  const lines = [`${establishment} · ${status} (${say(statuses[status])})`];
  if (mode === "DRY_RUN" && isTaken(status))
    lines.push(
      say({ fr: "Essai : rien n'a été écrit ni gardé.", en: "Dry run: nothing was written nor kept." }),
    );
  if (receipt !== null)
    lines.push(
      say({ fr: `Révision ${revision}, reçu ${receipt}`, en: `Revision ${revision}, receipt ${receipt}` }),
    );
  if (isReplay)
    lines.push(
      say({
        fr: "Déjà reçu : la même réponse est redonnée, rien n'a été compté deux fois.",
        en: "Already received: the same answer again, nothing was counted twice.",
      }),
    );
  lines.push(
    say({
      fr: `${counts.read} partenaires : ${counts.created} nouveaux, ${counts.updated} modifiés, ${counts.unchanged} identiques, ${counts.rejected} rejetés ; ${counts.left} partis (LEFT), ${counts.withdrawn} retirés et effacés.`,
      en: `${counts.read} partners: ${counts.created} new, ${counts.updated} changed, ${counts.unchanged} unchanged, ${counts.rejected} rejected; ${counts.left} gone (LEFT), ${counts.withdrawn} withdrawn and erased.`,
    }),
  );
  if (tally.total > 0) lines.push(problemTable(tally, language));
  if (tally.total > 0 && isTaken(status)) lines.push(say(nothingHeldBack));
  if (status === "CONFLICT") {
    if (difference.length > 0) lines.push(differenceTable(difference, language));
    const rest = differenceCount - difference.length;
    if (rest > 0)
      lines.push(say({ fr: `… et ${rest} autres différences.`, en: `… and ${rest} more differences.` }));
    lines.push(
      say({
        fr: `Comparez, puis renvoyez avec --base-revision ${revision}.`,
        en: `Compare, then push again with --base-revision ${revision}.`,
      }),
    );
  }
  return lines.join("\n");
}

const heads = {
  fr: ["identifiant", "colonne", "vous", "au carrefour", "depuis (heure de Toronto)"],
  en: ["local id", "column", "yours", "at the hub", "since (Toronto time)"],
} as const;

function differenceTable(difference: RosterResult["difference"], language: TerminalLanguage): string {
  const table = new Table({ head: [...heads[language]], style: { head: [], border: [] } });
  const instant = torontoTime(language);
  for (const { localId, column, yours, current, changedAt } of difference)
    table.push([
      localId,
      column,
      printable(yours ?? "–"),
      printable(current ?? "–"),
      changedAt === null ? "–" : instant(changedAt),
    ]);
  return table.toString();
}
