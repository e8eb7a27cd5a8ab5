import Table from "cli-table3";
import { type Answer, differenceOf } from "../../subgraphs/offline.js";
import type { LastYear } from "./earlier-figures.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { printable } from "./problem-table.js";

const heads = {
  fr: (campaign: string) => ["question", campaign, "cette année"],
  en: (campaign: string) => ["question", campaign, "this year"],
} as const;

/** Each question that is not answered as it was in the earlier campaign. */
export const changesSince = (answers: readonly Answer[], { campaign, answers: before }: LastYear) =>
  differenceOf(answers, [{ revision: 1, submittedAt: new Date(0), answers: before }]).map(
    ({ question, yours, current }) => ({ question, campaign, before: current, now: yours }),
  );

/** What is not answered as in the earlier campaign, as a table. */
export function yearOnYear(answers: readonly Answer[], before: LastYear, language: TerminalLanguage): string {
  const changes = changesSince(answers, before);
  const title = {
    fr: `Par rapport à la campagne ${before.campaign} : ${changes.length} question(s) diffèrent.`,
    en: `Against campaign ${before.campaign}: ${changes.length} question(s) differ.`,
  };
  if (changes.length === 0) return inLanguage(title, language);
  const table = new Table({
    head: heads[language](before.campaign),
    colWidths: [14, 48, 48],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { question, before: then, now } of changes)
    table.push([question, printable(then ?? "–"), printable(now ?? "–")]);
  return `${inLanguage(title, language)}\n${table.toString()}`;
}
