import type { MergedRange, SheetContent } from "../downloads/xlsx-template.js";
import { type Header, headerOf, isHeader } from "./columns.js";
import { fileProblem, type Problem, type Tell } from "./problem.js";
import type { SheetRow } from "./sheet-row.js";

// Where the figures belong may be merged over the rows that it is true for; a value belongs to one row.
const mayBeMerged: ReadonlySet<string> = new Set(["campaign", "establishment", "office", "question"]);

/**
 * The rows of a sheet with what was merged over rows written in each of them. Titles and the header may be merged as
 * they like; below it, cells merged over columns or over several values are told.
 */
export function withMergedCells({ rows, merges }: SheetContent, tell: Tell): readonly SheetRow[] {
  const header = rows.find(isHeader);
  if (header === undefined) return rows;
  const { names } = headerOf(header);
  const filled = rows.map(({ row, cells }) => ({ row, cells: [...cells] }));
  for (const merge of merges) {
    const { firstRow, lastRow, firstColumn, lastColumn } = merge;
    if (firstRow <= header.row) continue;
    const name = names[firstColumn - 1] ?? "";
    const text = rows[firstRow - 1]?.cells[firstColumn - 1] ?? "";
    if (text.trim() === "") continue;
    if (firstColumn !== lastColumn || !mayBeMerged.has(name)) tell(mergedCells(merge, name, text));
    else
      for (let row = firstRow; row < Math.min(lastRow, rows.length); row += 1)
        writeAt(filled[row]!.cells, firstColumn - 1, text);
  }
  return filled;
}

// A sheet leaves out the cells after its last one.
function writeAt(cells: string[], index: number, text: string): void {
  while (cells.length < index) cells.push("");
  cells[index] = text;
}

const mergedCells = (
  { firstRow, lastRow }: MergedRange,
  name: Header["names"][number],
  text: string,
): Problem =>
  fileProblem(
    "MERGED_CELLS",
    {
      fr: `Cette cellule est fusionnée avec d'autres (lignes ${firstRow} à ${lastRow}) : on ne sait pas à laquelle sa valeur appartient. Défusionnez-la.`,
      en: `This cell is merged with others (rows ${firstRow} to ${lastRow}): nobody can tell which one its value belongs to. Unmerge it.`,
    },
    {
      row: firstRow,
      column: name || null,
      observed: text,
      expected: "1 valeur par cellule · 1 value a cell",
    },
  );
