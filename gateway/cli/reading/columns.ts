import { figureColumns } from "../../downloads/figures-template.js";
import { fileProblem, type Problem } from "./problem.js";
import { isBlankRow, type SheetRow } from "./sheet-row.js";

/** The columns of a file of yearly figures. */
export const columns = figureColumns;
export type Column = (typeof columns)[number];

/** One row of figures, by column; every cell as it was written. */
export interface FigureRow extends Readonly<Record<Column, string>> {
  readonly row: number;
}

const expected = columns.join(",");

/** Names the cells of every row by the header; blank rows are left out, and nothing is guessed. */
export function readColumns(rows: readonly SheetRow[]): {
  readonly figures: readonly FigureRow[];
  readonly problems: readonly Problem[];
} {
  const header = rows[0];
  if (!header || isBlankRow(header)) return { figures: [], problems: [noHeader()] };
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const filled = rows.slice(1).filter((row) => !isBlankRow(row));
  const problems = [...headerProblems(names), ...filled.flatMap((row) => strayCells(names, row))];
  if (filled.length === 0) problems.push(noRows());
  const named = ({ row, cells }: SheetRow): FigureRow => ({
    row,
    ...(Object.fromEntries(columns.map((name) => [name, cells[names.indexOf(name)] ?? ""])) as Record<
      Column,
      string
    >),
  });
  return { figures: problems.length > 0 ? [] : filled.map(named), problems };
}

function headerProblems(names: readonly string[]): Problem[] {
  const missing = columns.filter((name) => !names.includes(name));
  const extra = names.filter((name) => name !== "" && !columns.some((column) => column === name));
  const repeated = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const problem = (code: string, column: string, fr: string, en: string): Problem =>
    fileProblem(code, { fr, en }, { row: 1, column, observed: names.join(","), expected });
  return [
    ...missing.map((name) =>
      problem(
        "MISSING_COLUMN",
        name,
        `Il manque la colonne « ${name} ».`,
        `The column “${name}” is missing.`,
      ),
    ),
    ...extra.map((name) =>
      problem(
        "UNKNOWN_COLUMN",
        name,
        `La colonne « ${name} » n'est pas attendue. Retirez-la.`,
        `The column “${name}” is not expected. Take it out.`,
      ),
    ),
    ...repeated.map((name) =>
      problem(
        "REPEATED_COLUMN",
        name,
        `La colonne « ${name} » est là deux fois. Gardez-en une.`,
        `The column “${name}” is there twice. Keep one.`,
      ),
    ),
  ];
}

// A spreadsheet may leave blank columns at the end; text in them belongs to no question.
const strayCells = (names: readonly string[], { row, cells }: SheetRow): Problem[] =>
  cells.flatMap((cell, index) =>
    cell.trim() === "" || (names[index] ?? "") !== ""
      ? []
      : fileProblem(
          "CELL_OUTSIDE_COLUMNS",
          {
            fr: "Cette cellule est hors des colonnes. Si un texte contient le séparateur, mettez-le entre guillemets.",
            en: "This cell is outside the columns. When a text holds the separator, put it between quotes.",
          },
          { row, column: String(index + 1), observed: cell, expected },
        ),
  );

const noHeader = (): Problem =>
  fileProblem(
    "NO_HEADER",
    { fr: "Le fichier est vide ou n'a pas d'en-tête.", en: "The file is empty or has no header." },
    { row: 1, expected },
  );

const noRows = (): Problem =>
  fileProblem(
    "NO_ROWS",
    {
      fr: "Le fichier n'a que son en-tête : aucune réponse.",
      en: "The file has its header only: no answer.",
    },
    { row: 2 },
  );
