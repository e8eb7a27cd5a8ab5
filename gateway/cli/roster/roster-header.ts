import { fileProblem, type Problem } from "../../figures-file/problem.js";
import type { SheetRow } from "../../figures-file/sheet-row.js";
import { isIdentifying, type RosterColumn, rosterColumns } from "./roster-columns.js";

/** Where each column of a roster file stands, and what is wrong with its header. */
export interface RosterHeader {
  readonly row: number;
  readonly width: number;
  readonly positions: ReadonlyMap<RosterColumn, number>;
  readonly problems: readonly Problem[];
}

const namesOf = ({ cells }: SheetRow): string[] => cells.map((cell) => cell.trim().toLowerCase());

/** True for a row that names the columns: titles may stand above it. */
export function isRosterHeader(row: SheetRow): boolean {
  const names = namesOf(row);
  return names.includes("localid") && names.includes("status");
}

/** Reads the header; a column that a roster does not have is refused, whatever it holds. */
export function rosterHeaderOf(row: SheetRow): RosterHeader {
  const names = namesOf(row);
  const placed = rosterColumns.map((column) => [column, names.indexOf(column.toLowerCase())] as const);
  const known = new Set(rosterColumns.map((column) => column.toLowerCase()));
  const at = (code: string, column: string, fr: string, en: string): Problem =>
    fileProblem(code, { fr, en }, { row: row.row, column, expected: rosterColumns.join(", ") });
  return {
    row: row.row,
    width: names.length,
    positions: new Map(placed.filter(([, position]) => position >= 0)),
    problems: [
      ...placed
        .filter(([, position]) => position < 0)
        .map(([column]) => at("MISSING_COLUMN", column, "Cette colonne manque.", "This column is missing.")),
      ...names
        .filter((name, index) => name !== "" && names.indexOf(name) < index)
        .map((name) =>
          at("REPEATED_COLUMN", name, "Cette colonne est là deux fois.", "This column is there twice."),
        ),
      ...names
        .filter((name) => name !== "" && !known.has(name))
        .map((name) =>
          isIdentifying(name)
            ? at(
                "IDENTIFYING_COLUMN",
                name,
                "Cette colonne dit qui sont les personnes : retirez-la du fichier. Rien n'a été envoyé.",
                "This column tells who people are: take it out of the file. Nothing was sent.",
              )
            : at(
                "UNKNOWN_COLUMN",
                name,
                "Cette colonne n'est pas attendue. Retirez-la.",
                "This column is not expected. Take it out.",
              ),
        ),
    ],
  };
}

/** What is said of a file whose columns are not named: its first row may be somebody, and is not repeated. */
export const noRosterHeader = (): Problem =>
  fileProblem(
    "NO_HEADER",
    {
      fr: "Aucune ligne ne nomme les colonnes (localId, status, …). Partez de « carrefour template --roster ».",
      en: "No row names the columns (localId, status, …). Start from “carrefour template --roster”.",
    },
    { row: 1, expected: rosterColumns.join(", ") },
  );
