import type { SentEngagement, SentPartner } from "../../../subgraphs/offline.js";
import type { SheetContent } from "../../downloads/xlsx-template.js";
import { type FigureSource } from "../../figures-file/figure-source.js";
import { FileRefusal, fileProblem, type Problem, type Tell } from "../../figures-file/problem.js";
import { rowsIn } from "../../figures-file/read-file.js";
import { isBlankRow, type SheetRow } from "../../figures-file/sheet-row.js";
import {
  cellsOf,
  engagementOf,
  isOnlyEngagement,
  partnerOf,
  type RosterCells,
  tellsEngagement,
} from "./roster-cells.js";
import { ofPartner, rosterColumns } from "./roster-columns.js";
import { isRosterHeader, noRosterHeader, type RosterHeader, rosterHeaderOf } from "./roster-header.js";

/** A partner of a file, with the rows that tell of it. */
export interface FilePartner {
  readonly partner: SentPartner & { readonly engagements: readonly SentEngagement[] };
  readonly row: number;
  readonly engagementRows: readonly number[];
}

/** A roster as a file gives it. */
export interface RosterFile {
  readonly format: string | null;
  readonly partners: readonly FilePartner[];
  /** Cells that could not be read, as « row column »: the rules have nothing to add there. */
  readonly unread: ReadonlySet<string>;
}

const mostRowsToHeader = 20;

/**
 * Reads a roster, CSV or XLSX: a partner with its first engagement a row, each further engagement on a row of its own
 * with the same local id, the columns of the partner left empty or written again. No problem repeats what a cell holds.
 */
export async function readRosterFile(source: FigureSource, tell: Tell): Promise<RosterFile> {
  const unread = new Set<string>();
  const noted: Tell = (problem) => {
    unread.add(`${problem.row} ${problem.column}`);
    tell(problem);
  };
  try {
    const { format, rows } = await rowsIn(source, noted, { names: rosterColumns, unmerge: refuseMerged });
    const gathering = new Gathering(noted);
    for await (const batch of rows) for (const row of batch) gathering.take(row);
    return { format, partners: gathering.end(), unread };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    // Its words may name what was read.
    noted({ ...error.problem, observed: null });
    return { format: null, partners: [], unread };
  }
}

/** Titles and the header may be merged as they like; below, nobody can tell whose a merged cell is. */
function refuseMerged({ rows, merges }: SheetContent, tell: Tell): readonly SheetRow[] {
  const header = rows.find(isRosterHeader);
  for (const { firstRow, firstColumn } of merges)
    if (header && firstRow > header.row)
      tell(
        fileProblem(
          "MERGED_CELLS",
          {
            fr: "Cette cellule est fusionnée avec d'autres : on ne sait pas à qui elle appartient. Défusionnez-la.",
            en: "This cell is merged with others: nobody can tell whose it is. Unmerge it.",
          },
          { row: firstRow, column: header.cells[firstColumn - 1]?.trim() ?? null },
        ),
      );
  return rows;
}

interface Open {
  readonly first: RosterCells;
  readonly partner: SentPartner;
  readonly row: number;
  readonly engagements: SentEngagement[];
  readonly engagementRows: number[];
}

/** Puts the rows of each partner together, in the order of the file. */
class Gathering {
  private header: RosterHeader | null = null;
  private rowsAbove = 0;
  private readonly partners: Open[] = [];
  private readonly byId = new Map<string, Open>();

  constructor(private readonly tell: Tell) {}

  take(row: SheetRow): void {
    if (this.header === null) this.lookForHeader(row);
    else if (!isBlankRow(row)) this.takeRow(this.header, row);
  }

  end(): FilePartner[] {
    if (this.header === null) this.tell(noRosterHeader());
    else if (this.partners.length === 0 && this.header.problems.length === 0)
      this.tell(noPartners(this.header.row));
    return this.partners.map(({ partner, row, engagements, engagementRows }) => ({
      partner: { ...partner, engagements },
      row,
      engagementRows,
    }));
  }

  private lookForHeader(row: SheetRow): void {
    if (!isRosterHeader(row)) {
      this.rowsAbove += 1;
      if (this.rowsAbove === mostRowsToHeader) throw new FileRefusal(noRosterHeader());
      return;
    }
    this.header = rosterHeaderOf(row);
    this.header.problems.forEach(this.tell);
  }

  private takeRow(header: RosterHeader, row: SheetRow): void {
    if (row.cells.slice(header.width).some((cell) => cell.trim() !== "")) this.tell(cellOutside(row.row));
    if (header.problems.length > 0) return;
    const cell = cellsOf(header, row);
    const id = cell("localId");
    const known = id === "" ? undefined : this.byId.get(id);
    const isContinued =
      known !== undefined &&
      tellsEngagement(cell) &&
      (isOnlyEngagement(cell) || ofPartner.every((column) => cell(column) === known.first(column)));
    const open = isContinued ? known : this.open(cell, row.row);
    if (!isContinued && known === undefined && id !== "") this.byId.set(id, open);
    if (!tellsEngagement(cell)) return;
    open.engagements.push(engagementOf(cell, row.row, this.tell));
    open.engagementRows.push(row.row);
  }

  private open(first: RosterCells, row: number): Open {
    const open = {
      first,
      partner: partnerOf(first, row, this.tell),
      row,
      engagements: [],
      engagementRows: [],
    };
    this.partners.push(open);
    return open;
  }
}

const noPartners = (row: number): Problem =>
  fileProblem(
    "NO_ROWS",
    {
      fr: "Le fichier n'a que son en-tête : aucun partenaire.",
      en: "The file has its header only: no partner.",
    },
    { row: row + 1 },
  );

const cellOutside = (row: number): Problem =>
  fileProblem(
    "CELL_OUTSIDE_COLUMNS",
    {
      fr: "Une cellule de cette ligne est hors des colonnes.",
      en: "A cell of this row is outside the columns.",
    },
    { row },
  );
