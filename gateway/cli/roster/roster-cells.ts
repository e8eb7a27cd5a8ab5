import type { SentEngagement, SentPartner } from "../../../subgraphs/offline.js";
import { engagementColumns, partnerColumns } from "../../../subgraphs/offline.js";
import { fileProblem, type Problem, type Tell } from "../../figures-file/problem.js";
import type { SheetRow } from "../../figures-file/sheet-row.js";
import { ofEngagement, ofPartner, type RosterColumn } from "./roster-columns.js";
import type { RosterHeader } from "./roster-header.js";

/** One row of a roster file, by column, without the blanks around. */
export type RosterCells = (column: RosterColumn) => string;

/** Names the cells of a row by the header. */
export const cellsOf =
  ({ positions }: RosterHeader, { cells }: SheetRow): RosterCells =>
  (column) =>
    (cells[positions.get(column) ?? -1] ?? "").trim();

/** True when a row says nothing of the partner but the local id. */
export const isOnlyEngagement = (cell: RosterCells): boolean =>
  ofPartner.every((column) => column === "localId" || cell(column) === "");

/** True when a row tells of an engagement. */
export const tellsEngagement = (cell: RosterCells): boolean =>
  ofEngagement.some((column) => cell(column) !== "");

const listOf = (text: string): string[] =>
  text
    .split("|")
    .map((code) => code.trim())
    .filter((code) => code !== "");

const yes = new Set(["true", "vrai", "oui", "yes"]);
const no = new Set(["false", "faux", "non", "no"]);

/** Reads cells that are no codes; what cannot be read is told by its place alone. */
class CellReader {
  constructor(
    private readonly cell: RosterCells,
    private readonly row: number,
    private readonly tell: Tell,
  ) {}

  year(column: RosterColumn): number | null {
    const text = this.cell(column);
    if (text === "") return null;
    if (/^\d{4}$/.test(text)) return Number(text);
    this.tell(
      this.at(
        column,
        "NOT_A_YEAR",
        "Une année de quatre chiffres est attendue.",
        "A year of four digits is expected.",
        "2021",
      ),
    );
    return null;
  }

  truth(column: RosterColumn): boolean | null {
    const text = this.cell(column).toLowerCase();
    if (yes.has(text)) return true;
    if (no.has(text)) return false;
    if (text !== "")
      this.tell(
        this.at(column, "NOT_YES_OR_NO", "Oui ou non est attendu.", "Yes or no is expected.", "oui | non"),
      );
    return null;
  }

  private at(column: string, code: string, fr: string, en: string, expected: string): Problem {
    return fileProblem(code, { fr, en }, { row: this.row, column, expected });
  }
}

const codesOf = (
  columns: readonly { readonly name: string; readonly isList: boolean }[],
  cell: RosterCells,
): Record<string, string | string[] | null> =>
  Object.fromEntries(
    columns.map(({ name, isList }) => {
      const text = cell(name as RosterColumn);
      return [name, isList ? listOf(text) : text || null];
    }),
  );

/** The partner that a row tells of, without engagements. */
export function partnerOf(cell: RosterCells, row: number, tell: Tell): SentPartner {
  const reader = new CellReader(cell, row, tell);
  return {
    localId: cell("localId"),
    ...codesOf(partnerColumns, cell),
    joinedYear: reader.year("joinedYear"),
    trained: reader.truth("trained"),
    coached: reader.truth("coached"),
  };
}

/** The engagement that a row tells of. */
export function engagementOf(cell: RosterCells, row: number, tell: Tell): SentEngagement {
  const reader = new CellReader(cell, row, tell);
  return {
    ...codesOf(engagementColumns, cell),
    fromYear: reader.year("fromYear"),
    toYear: reader.year("toYear"),
  };
}
