import { stringify } from "csv-stringify/sync";
import type { TerminalLanguage } from "./language.js";
import type { Problem } from "../figures-file/problem.js";

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
  "office",
] as const;

/** A problem in one language. */
export type ToldProblem = Omit<Problem, "messages"> & { readonly message: string };

/** How a report is written: a beginning, batches of problems, an end. */
export interface ReportFormat {
  readonly begin: (language: TerminalLanguage) => string;
  readonly rows: (problems: readonly ToldProblem[], isFirst: boolean) => string;
  readonly end: (total: number, language: TerminalLanguage) => string;
}

const indented = (problem: ToldProblem): string =>
  JSON.stringify(Object.fromEntries(columns.map((column) => [column, problem[column]])), null, 2).replace(
    /^/gm,
    "  ",
  );

const json: ReportFormat = {
  begin: () => "[",
  rows: (problems, isFirst) => `${isFirst ? "\n" : ",\n"}${problems.map(indented).join(",\n")}`,
  end: (total) => (total === 0 ? "]\n" : "\n]\n"),
};

// A byte order mark makes spreadsheets read UTF-8; RFC 4180 ends lines with CRLF.
const csv: ReportFormat = {
  begin: () => `\ufeff${columns.join(",")}\r\n`,
  // The report repeats what a file held: it must not become a formula in the next spreadsheet.
  rows: (problems) =>
    stringify([...problems], { columns: [...columns], record_delimiter: "\r\n", escape_formulas: true }),
  end: () => "",
};

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
    "bureau",
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
    "office",
  ],
} as const;
const titles = { fr: "Points à revoir", en: "Points to review" } as const;
const totals = { fr: "En tout :", en: "In all:" } as const;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? "");
const cells = (tag: "td" | "th", values: readonly unknown[]): string =>
  `<tr>${values.map((value) => `<${tag}>${escaped(String(value ?? ""))}</${tag}>`).join("")}</tr>`;

const html: ReportFormat = {
  begin: (language) => `<!doctype html>
<html lang="${language}-CA">
<head><meta charset="utf-8"><title>${titles[language]}</title>
<style>body{font:1rem/1.5 system-ui;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}</style></head>
<body><h1>${titles[language]}</h1>
<table><thead>${cells("th", heads[language])}</thead>
<tbody>
`,
  rows: (problems) =>
    problems
      .map(
        (problem) =>
          `${cells(
            "td",
            columns.map((column) => problem[column]),
          )}\n`,
      )
      .join(""),
  end: (total, language) => `</tbody></table>
<p>${totals[language]} ${total}</p></body></html>
`,
};

/** The formats of a report, by the ending of its file. */
export const reportFormats: Readonly<Record<string, ReportFormat>> = {
  ".csv": csv,
  ".html": html,
  ".json": json,
};
