import Table from "cli-table3";
import { inLanguage, type TerminalLanguage } from "./language.js";
import type { Problem } from "./reading/problem.js";

/** More problems than this are counted, not printed: the report has them all. */
export const mostPrinted = 200;
const longestCell = 80;

const heads = {
  fr: ["ligne", "colonne", "question", "poids", "message", "reçu", "attendu"],
  en: ["row", "column", "question", "weight", "message", "observed", "expected"],
} as const;

// What a file holds must not steer the terminal that shows it.
const controls = /[\p{Cc}\p{Cf}]/gu;

/** A text of a file as a terminal may show it: short, and without control characters. */
export function printable(text: string | null): string {
  const safe = (text ?? "").replace(controls, " ");
  return safe.length > longestCell ? `${safe.slice(0, longestCell - 1)}…` : safe;
}

/** The first problems as a table, with their number by weight. */
export function problemTable(problems: readonly Problem[], language: TerminalLanguage): string {
  const table = new Table({
    head: [...heads[language]],
    colWidths: [null, 17, 13, null, 50, 18, 22],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  });
  for (const problem of problems.slice(0, mostPrinted)) {
    const { rule, row, column, question, severity, messages, observed, expected } = problem;
    table.push([
      row === null ? "–" : String(row),
      printable(column),
      printable(question),
      `${severity} ${rule}`,
      inLanguage(messages, language).replace(controls, " "),
      printable(observed),
      printable(expected),
    ]);
  }
  const rest = problems.length - mostPrinted;
  const more = {
    fr: `… et ${rest} autres : --report les donne tous.`,
    en: `… and ${rest} more: --report gives them all.`,
  };
  return [
    table.toString(),
    ...(rest > 0 ? [inLanguage(more, language)] : []),
    countLine(problems, language),
  ].join("\n");
}

/** How many problems there are, by weight. */
export function countLine(problems: readonly Problem[], language: TerminalLanguage): string {
  const of = (weight: Problem["severity"]): number =>
    problems.filter(({ severity }) => severity === weight).length;
  return inLanguage(
    {
      fr: `${of("E")} à corriger (E), ${of("W")} à corriger ou à expliquer en commentaire (W), ${of("I")} pour information (I).`,
      en: `${of("E")} to correct (E), ${of("W")} to correct or explain in a comment (W), ${of("I")} for information (I).`,
    },
    language,
  );
}
