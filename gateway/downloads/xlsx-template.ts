import { CFB, read, utils, type WorkSheet, write } from "@e965/xlsx";

/** A sheet of texts; the first row is its header. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
  /** Cells that offer a list of values: E5 and where its values stand, Listes!$B$2:$B$6. */
  readonly choices?: readonly { readonly cells: string; readonly list: string }[];
}

/** One row of a workbook, counted as a spreadsheet counts. */
export interface WorkbookRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Far more than a file of every office; a sheet may claim a million rows. What is longer goes by CSV. */
export const mostWorkbookRows = 20_000;

/** Writes sheets as an XLSX workbook; every cell is text, so that no program reads « 2,5 » its own way. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const workbook = utils.book_new();
  for (const { name, rows, widths } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((cells) => [...cells]));
    sheet["!cols"] = widths.map((wch) => ({ wch }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  const bytes = write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
  return withChoices(bytes, sheets);
}

// The library writes no lists of values: they go into the sheets' XML, after their rows as ECMA-376 wants.
function withChoices(bytes: Buffer, sheets: readonly Sheet[]): Buffer {
  const archive = CFB.read(bytes, { type: "buffer" });
  for (const [index, { choices = [] }] of sheets.entries()) {
    const entry = CFB.find(archive, `/xl/worksheets/sheet${index + 1}.xml`);
    if (!entry || choices.length === 0) continue;
    const xml = Buffer.from(entry.content as Uint8Array).toString("utf8");
    const lists = choices.map(
      ({ cells, list }) =>
        `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>${list}</formula1></dataValidation>`,
    );
    const written = `</sheetData><dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
    entry.content = Buffer.from(xml.replace("</sheetData>", written));
    entry.size = entry.content.length;
  }
  return Buffer.from(
    CFB.write(archive, { type: "buffer", fileType: "zip", compression: true }) as Uint8Array,
  );
}

/** The first sheet of a workbook. */
export interface SheetContent {
  readonly rows: readonly WorkbookRow[];
  /** Ranges that are merged into one cell: first and last row and column, counted from 1. */
  readonly merges: readonly MergedRange[];
  /** True when the sheet goes on below the rows that were read. */
  readonly isCut: boolean;
}

/** Cells merged into one, whose text stands in the first of them. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The first sheet as texts, a formula as « =… »; null when the bytes are no workbook. */
export function sheetOfWorkbook(bytes: Uint8Array): SheetContent | null {
  const sheet = firstSheet(bytes);
  if (!sheet) return null;
  const rows: string[][] = [];
  for (const address of Object.keys(sheet)) {
    if (address.startsWith("!")) continue;
    const { r, c } = utils.decode_cell(address);
    const text = textOf(sheet, address);
    if (text !== "") (rows[r] ??= [])[c] = text;
  }
  const range = utils.decode_range(sheet["!fullref"] ?? sheet["!ref"] ?? "A1");
  return {
    rows: Array.from(rows, (cells, index) => ({
      row: index + 1,
      cells: Array.from(cells ?? [], (cell) => cell ?? ""),
    })),
    merges: (sheet["!merges"] ?? []).map(({ s: start, e: end }) => ({
      firstRow: start.r + 1,
      lastRow: end.r + 1,
      firstColumn: start.c + 1,
      lastColumn: end.c + 1,
    })),
    isCut: range.e.r + 1 > mostWorkbookRows,
  };
}

function firstSheet(bytes: Uint8Array): WorkSheet | undefined {
  try {
    const options = {
      type: "array",
      cellFormula: true,
      cellDates: true,
      sheetRows: mostWorkbookRows,
    } as const;
    const { SheetNames, Sheets } = read(bytes, { ...options, sheets: 0 });
    return Sheets[SheetNames[0] ?? ""];
  } catch {
    return undefined;
  }
}

function textOf(sheet: WorkSheet, address: string): string {
  const cell = sheet[address] as { t?: string; v?: unknown; w?: string; f?: string } | undefined;
  if (!cell) return "";
  if (cell.f !== undefined) return `=${cell.f}`;
  // An error cell (#N/A) has its text in w only; a date and « 12 % » are kept as shown, not as the number behind.
  if (cell.t === "e" || cell.t === "d" || (cell.t === "n" && cell.w?.includes("%"))) return cell.w ?? "#";
  return String(cell.v ?? "");
}
