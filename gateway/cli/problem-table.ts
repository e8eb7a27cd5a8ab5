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

const widths = { column: 17, question: 13, message: 50, observed: 18, expected: 23 };
const padding = 2;

/** The text in pieces that a column can hold: the table cuts words, and a code cut short says nothing. */
function whole(text: string, width: number): string {
  const most = width - padding;
  const piece = new RegExp(`\\S{1,${most - 1}}[_/](?=\\S)|\\S{${most}}(?=\\S)`, "g");
  return text.replace(new RegExp(`\\S{${most + 1},}`, "g"), (word) => word.replace(piece, "$& "));
}

/** The first problems as a table, with their number by weight and by rule. */
export function problemTable(tally: ProblemTally, language: TerminalLanguage): string {
  const table = new Table({
    head: [...heads[language]],
    colWidths: [null, widths.column, widths.question, null, widths.message, widths.observed, widths.expected],
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
      whole(printable(column), widths.column),
      whole(printable(question), widths.question),
      `${severity} ${rule}`,
      whole(message.replace(controls, " "), widths.message),
      whole(printable(observed), widths.observed),
      whole(printable(expected), widths.expected),
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
