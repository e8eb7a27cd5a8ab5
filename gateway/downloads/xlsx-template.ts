import { read, utils, type WorkSheet, write } from "@e965/xlsx";

/** A sheet of texts; the first row is its header. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
}

/** One row of a workbook, counted as a spreadsheet counts. */
export interface WorkbookRow {
  readonly row: number;
  readonly cells: readonly string[];
}

// Far more than a file of every office; a sheet may claim a million rows of sixteen thousand columns.
const mostRows = 20_000;
const mostColumns = 50;

/** Writes sheets as an XLSX workbook; every cell is text, so that no program reads « 2,5 » its own way. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const workbook = utils.book_new();
  for (const { name, rows, widths } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((cells) => [...cells]));
    sheet["!cols"] = widths.map((wch) => ({ wch }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  return write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

/** The rows of the first sheet as texts, a formula as « =… »; null when the bytes are no workbook. */
export function rowsOfWorkbook(bytes: Uint8Array): readonly WorkbookRow[] | null {
  const sheet = firstSheet(bytes);
  if (!sheet) return null;
  if (!sheet["!ref"]) return [];
  const { e: end } = utils.decode_range(sheet["!ref"]);
  return Array.from({ length: end.r + 1 }, (_row, r) => ({
    row: r + 1,
    cells: Array.from({ length: Math.min(end.c + 1, mostColumns) }, (_cell, c) =>
      textOf(sheet, utils.encode_cell({ r, c })),
    ),
  }));
}

function firstSheet(bytes: Uint8Array): WorkSheet | undefined {
  try {
    const { SheetNames, Sheets } = read(bytes, { type: "array", cellFormula: true, sheetRows: mostRows });
    return Sheets[SheetNames[0] ?? ""];
  } catch {
    return undefined;
  }
}

function textOf(sheet: WorkSheet, address: string): string {
  const cell = sheet[address] as { t?: string; v?: unknown; w?: string; f?: string } | undefined;
  if (!cell) return "";
  if (cell.f !== undefined) return `=${cell.f}`;
  // An error cell (#N/A) has its text in w only.
  return cell.t === "e" ? (cell.w ?? "#") : String(cell.v ?? "");
}
