/** One row of a file as it was written. */
export interface SheetRow {
  /** As a spreadsheet counts it: the header is row 1, blank rows count. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** True for a row that says nothing. */
export const isBlankRow = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === "");
