import { writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { stringify } from "csv-stringify/sync";
import { UsageError } from "./exit-code.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import type { Problem } from "./reading/problem.js";

const columns = [
  "row",
  "column",
  "question",
  "severity",
  "rule",
  "code",
  "message",
  "observed",
  "expected",
  "establishment",
] as const;

type Told = Record<(typeof columns)[number], string | number | null>;

const told = ({ messages, ...problem }: Problem, language: TerminalLanguage): Told => ({
  ...problem,
  message: inLanguage(messages, language),
});

type Written = (problems: readonly Told[], language: TerminalLanguage) => string;

const asJson: Written = (problems) => `${JSON.stringify(problems, null, 2)}\n`;

// The report repeats what a file held: it must not become a formula in the next spreadsheet.
const asCsv: Written = (problems) =>
  stringify([...problems], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
  });

const heads = {
  fr: [
    "ligne",
    "colonne",
    "question",
    "poids",
    "règle",
    "code",
    "message",
    "reçu",
    "attendu",
    "établissement",
  ],
  en: [
    "row",
    "column",
    "question",
    "weight",
    "rule",
    "code",
    "message",
    "observed",
    "expected",
    "establishment",
  ],
} as const;
const titles = { fr: "Points à revoir", en: "Points to review" } as const;

const asHtml: Written = (problems, language) => {
  const cells = (tag: "td" | "th", values: readonly unknown[]): string =>
    `<tr>${values.map((value) => `<${tag}>${escaped(String(value ?? ""))}</${tag}>`).join("")}</tr>`;
  return `<!doctype html>
<html lang="${language}-CA">
<head><meta charset="utf-8"><title>${titles[language]}</title>
<style>body{font:1rem/1.5 system-ui;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}</style></head>
<body><h1>${titles[language]} (${problems.length})</h1>
<table><thead>${cells("th", heads[language])}</thead>
<tbody>
${problems
  .map((problem) =>
    cells(
      "td",
      columns.map((column) => problem[column]),
    ),
  )
  .join("\n")}
</tbody></table></body></html>
`;
};

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? "");

const writers: Readonly<Record<string, Written>> = { ".csv": asCsv, ".html": asHtml, ".json": asJson };

/** Refuses a report that has no known ending, or that would replace the file it is about. */
export function refuseReport(report: string, file: string): void {
  if (!(extname(report).toLowerCase() in writers))
    throw new UsageError({
      fr: `--report ${report} : terminaison inconnue ; attendu : ${Object.keys(writers).join(" | ")}`,
      en: `--report ${report}: unknown ending; expected: ${Object.keys(writers).join(" | ")}`,
    });
  if (resolve(report) === resolve(file))
    throw new UsageError({
      fr: "Le rapport remplacerait le fichier vérifié. Donnez un autre nom.",
      en: "The report would replace the checked file. Give another name.",
    });
}

/** The text of a report on every problem, in the format of its file name. */
export const reportOf = (path: string, problems: readonly Problem[], language: TerminalLanguage): string =>
  (writers[extname(path).toLowerCase()] ?? asJson)(
    problems.map((problem) => told(problem, language)),
    language,
  );

/** Writes a report on every problem. */
export async function writeReport(
  path: string,
  problems: readonly Problem[],
  language: TerminalLanguage,
): Promise<void> {
  await writeFile(path, reportOf(path, problems, language)).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError({
      fr: `${path} ne peut pas être écrit (${error.code}).`,
      en: `${path} cannot be written (${error.code}).`,
    });
  });
}
