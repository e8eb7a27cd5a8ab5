import { type CsvError, parse } from "csv-parse/sync";
import { columns } from "./columns.js";
import { fileProblem, type Problem } from "./problem.js";
import type { SheetRow } from "./sheet-row.js";

const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

/** The separator that cuts the header into the most known columns: French spreadsheets write semicolons. */
export function separatorOf(text: string): Separator {
  const header = text.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const known = (separator: Separator): number =>
    header
      .split(separator)
      .filter((name) => columns.some((column) => column === name.replaceAll('"', "").trim().toLowerCase()))
      .length;
  return separators.reduce((best, candidate) => (known(candidate) > known(best) ? candidate : best));
}

/** Cuts the text of a CSV file into rows; a quote that is never closed leaves no row at all. */
export function readCsv(
  text: string,
): { readonly rows: readonly SheetRow[] } | { readonly problem: Problem } {
  try {
    const options = { delimiter: separatorOf(text), relax_column_count: true };
    const records: string[][] = parse(text, options);
    return { rows: records.map((cells, index) => ({ row: index + 1, cells })) };
  } catch (error) {
    return { problem: brokenQuotes(error as CsvError) };
  }
}

const brokenQuotes = ({ records, lines, code }: CsvError & { records?: number; lines?: number }): Problem =>
  fileProblem(
    "BROKEN_QUOTES",
    {
      fr: `Un guillemet (") est mal placé ou n'est pas refermé${lines ? `, vers la ligne de texte ${lines}` : ""}. Dans un texte entre guillemets, doublez-les : "".`,
      en: `A quote (") is misplaced or never closed${lines ? `, near text line ${lines}` : ""}. Within a quoted text, double it: "".`,
    },
    { row: typeof records === "number" ? records + 1 : null, observed: code, expected: '"…""…"' },
  );
