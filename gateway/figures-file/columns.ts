import { figureColumns } from "../downloads/figures-template.js";
import { fileProblem, type Problem } from "./problem.js";
import { isBlankRow, type SheetRow } from "./sheet-row.js";

/** The columns of a file of yearly figures. */
export const columns = figureColumns;
export type Column = (typeof columns)[number];

/** One row of figures, by column; every cell as it was written. */
export interface FigureRow extends Readonly<Record<Column, string>> {
  readonly row: number;
}

const expected = columns.join(", ");

/** The header of a file: where each column is, and what is wrong with it. */
export interface Header {
  readonly row: number;
  readonly names: readonly string[];
  /** True when each of its columns has a name. */
  readonly isWhole: boolean;
  readonly positions: Readonly<Record<Column, number>>;
  readonly problems: readonly Problem[];
}

const namesOf = ({ cells }: SheetRow): string[] => cells.map((cell) => cell.trim().toLowerCase());

/** True for a row that names the columns: titles may stand above it. */
export function isHeader(row: SheetRow): boolean {
  const names = namesOf(row);
  return names.includes("question") && names.includes("value");
}

/** Reads the header; nothing is guessed. */
export function headerOf(row: SheetRow): Header {
  const names = namesOf(row);
  const positions = Object.fromEntries(columns.map((name) => [name, names.indexOf(name)]));
  return {
    row: row.row,
    names,
    isWhole: !names.includes(""),
    positions: positions as Record<Column, number>,
    problems: isBlankRow(row) ? [noHeader()] : headerProblems(names, row.row),
  };
}

/** Names the cells of a row by the header. */
export const figureOf = ({ positions }: Header, { row, cells }: SheetRow): FigureRow => ({
  row,
  campaign: cells[positions.campaign] ?? "",
  establishment: cells[positions.establishment] ?? "",
  office: cells[positions.office] ?? "",
  question: cells[positions.question] ?? "",
  value: cells[positions.value] ?? "",
  missing: cells[positions.missing] ?? "",
  comment: cells[positions.comment] ?? "",
});

function headerProblems(names: readonly string[], row: number): Problem[] {
  const missing = columns.filter((name) => !names.includes(name));
  const extra = names.filter((name) => name !== "" && !columns.some((column) => column === name));
  const repeated = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const problem = (code: string, column: string, fr: string, en: string): Problem =>
    fileProblem(code, { fr, en }, { row, column, observed: names.join(", "), expected });
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

/** What stands outside the columns: a spreadsheet may leave blank ones at the end, but text there answers nothing. */
export function strayCells({ names, isWhole }: Header, { row, cells }: SheetRow): readonly Problem[] {
  if (isWhole && cells.length <= names.length) return none;
  return cells.flatMap((cell, index) =>
    (names[index] ?? "") !== "" || cell.trim() === ""
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
}

const none: readonly Problem[] = [];

/** What is said of a file without a header. */
export const noHeader = (): Problem =>
  fileProblem(
    "NO_HEADER",
    { fr: "Le fichier est vide ou n'a pas d'en-tête.", en: "The file is empty or has no header." },
    { row: 1, expected },
  );

/** What is said of a file without an answer below its header. */
export const noRows = (row: number): Problem =>
  fileProblem(
    "NO_ROWS",
    {
      fr: "Le fichier n'a que son en-tête : aucune réponse.",
      en: "The file has its header only: no answer.",
    },
    { row },
  );
