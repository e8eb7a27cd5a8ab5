import Table from "cli-table3";
import type { PushStatusCode } from "../../subgraphs/offline.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { printable, problemTable } from "./problem-table.js";
import { ProblemTally } from "./problem-tally.js";
import type { OfficeResult, PushOptions } from "./push-figures.js";
import { placeIssues } from "../figures-file/place-issues.js";
import type { Problem, Words } from "../figures-file/problem.js";
import { torontoTime } from "./toronto-time.js";

/** What became of a push, in words. */
export const statuses: Record<PushStatusCode, Words> = {
  ACCEPTED: { fr: "accepté", en: "accepted" },
  ACCEPTED_WITH_WARNINGS: { fr: "accepté, avec des points à revoir", en: "accepted, with points to review" },
  REJECTED: { fr: "rejeté, rien n'a été écrit", en: "rejected, nothing was written" },
  CONFLICT: {
    fr: "en conflit avec une révision plus récente, rien n'a été écrit",
    en: "in conflict with a newer revision, nothing was written",
  },
};

/** Said below points that do not keep figures from being taken. */
export const nothingHeldBack: Words = {
  fr: "Aucun de ces points n'empêche l'envoi.",
  en: "None of these points holds back the push.",
};

/** True when the hub took the figures. */
export const isTaken = (status: PushStatusCode): boolean =>
  status === "ACCEPTED" || status === "ACCEPTED_WITH_WARNINGS";

/** The issues that the hub told, at their place in the file. */
export const problemsOf = ({ office, result }: OfficeResult): Problem[] =>
  placeIssues(
    result.issues.map(({ fr, en, ...issue }) => ({ ...issue, messages: { fr, en } })),
    office,
  );

/** What the hub answered for one office, for a person to read. */
export function pushAnswer(
  answered: OfficeResult,
  mode: PushOptions["mode"],
  language: TerminalLanguage,
): string {
  const { office, result, isReplay } = answered;
  const { status, revision, receipt, counts, difference } = result;
  const say = (words: Words): string => inLanguage(words, language);
  const lines = [`${office.establishment} · ${office.campaign} · ${status} (${say(statuses[status])})`];
  if (mode === "DRY_RUN" && isTaken(status))
    lines.push(
      say({ fr: "Essai : rien n'a été écrit ni gardé.", en: "Dry run: nothing was written nor kept." }),
    );
  if (receipt !== null) {
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
  }
  lines.push(
    say({
      fr: `${counts.read} réponses : ${counts.created} nouvelles, ${counts.updated} modifiées, ${counts.unchanged} identiques, ${counts.rejected} rejetées.`,
      en: `${counts.read} answers: ${counts.created} new, ${counts.updated} changed, ${counts.unchanged} unchanged, ${counts.rejected} rejected.`,
    }),
  );
  const problems = problemsOf(answered);
  if (problems.length > 0) lines.push(problemTable(ProblemTally.of(problems), language));
  if (problems.length > 0 && isTaken(status)) lines.push(say(nothingHeldBack));
  if (status === "CONFLICT") {
    if (difference.length > 0) lines.push(differenceTable(difference, language));
    const current = revision ?? 0;
    lines.push(
      say({
        fr: `Comparez, puis renvoyez avec --base-revision ${current}.`,
        en: `Compare, then push again with --base-revision ${current}.`,
      }),
    );
  }
  return lines.join("\n");
}

const heads = {
  fr: ["question", "vous", "au carrefour", "depuis (heure de Toronto)"],
  en: ["question", "yours", "at the hub", "since (Toronto time)"],
} as const;

function differenceTable(
  difference: OfficeResult["result"]["difference"],
  language: TerminalLanguage,
): string {
  const table = new Table({ head: [...heads[language]], style: { head: [], border: [] } });
  const instant = torontoTime(language);
  for (const { question, yours, current, changedAt } of difference)
    table.push([
      question,
      printable(yours ?? "–"),
      printable(current ?? "–"),
      changedAt === null ? "–" : instant(changedAt),
    ]);
  return table.toString();
}
