import Table from "cli-table3";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { ProblemTally } from "./problem-tally.js";

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

/** The first problems as a table, with their number by weight and by rule. */
export function problemTable(tally: ProblemTally, language: TerminalLanguage): string {
  const table = new Table({
    head: [...heads[language]],
    colWidths: [null, 17, 13, null, 50, 18, 22],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  });
  for (const problem of tally.first) {
    const { rule, row, column, question, severity, messages, observed, expected } = problem;
    const whose = row === null ? (problem.office ?? problem.establishment) : null;
    const message = `${whose === null ? "" : `${printable(whose)} : `}${inLanguage(messages, language)}`;
    table.push([
      row === null ? "–" : String(row),
      printable(column),
      printable(question),
      `${severity} ${rule}`,
      message.replace(controls, " "),
      printable(observed),
      printable(expected),
    ]);
  }
  const rest = tally.total - tally.first.length;
  const more = {
    fr: `… et ${rest} autres : --report les donne tous.`,
    en: `… and ${rest} more: --report gives them all.`,
  };
  return [
    table.toString(),
    ...(rest > 0 ? [inLanguage(more, language)] : []),
    weightLine(tally, language),
    ruleLine(tally, language),
  ].join("\n");
}

const weightLine = ({ byWeight: { E, W, I } }: ProblemTally, language: TerminalLanguage): string =>
  inLanguage(
    {
      fr: `${E} à corriger (E), ${W} à corriger ou à expliquer en commentaire (W), ${I} pour information (I).`,
      en: `${E} to correct (E), ${W} to correct or explain in a comment (W), ${I} for information (I).`,
    },
    language,
  );

// FILE and FORM first, then V01 to V28: as the rules are numbered.
function ruleLine({ byRule }: ProblemTally, language: TerminalLanguage): string {
  const counts = [...byRule]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([rule, count]) => `${rule} × ${count}`)
    .join(", ");
  return inLanguage({ fr: `Par règle : ${counts}.`, en: `By rule: ${counts}.` }, language);
}
