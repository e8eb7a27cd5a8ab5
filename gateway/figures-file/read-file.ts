import { encodingOf } from "./decode-text.js";
import { type FigureSource, firstBytesOf } from "./figure-source.js";
import { officeRowsOf } from "./office-rows.js";
import type { withMergedCells } from "./merged-cells.js";
import { FileRefusal, type Tell } from "./problem.js";
import { rowsOfCsv, separatorOf } from "./read-csv.js";
import type { FigureReader, OfficeFigures } from "./read-figures.js";

import { RowStore } from "./row-store.js";
import type { SheetRow } from "./sheet-row.js";
import { storeRows } from "./store-rows.js";

/** A file of yearly figures that is open; its offices are read one part after the other. */
export interface FigureFile {
  /** How it is written: an encoding of text, or xlsx; null when nothing of it can be used. */
  readonly format: string | null;
  /** The campaigns that it names; not all of them when they are dozens. */
  readonly campaigns: readonly string[];
  /** How many parts its rows are read in. */
  readonly parts: number;
  /** The offices of one part; may be read several times. */
  readonly officesOf: (part: number, reader: FigureReader, tell: Tell) => Generator<OfficeFigures>;
  readonly close: () => void;
}

const noFile: FigureFile = {
  format: null,
  campaigns: [],
  parts: 0,
  *officesOf() {},
  close: () => undefined,
};

/**
 * Opens a file of yearly figures, CSV or XLSX: every row is read, and its problems of layout are told. With one of them
 * the file has no parts: nothing of it is used.
 */
export async function openFigureFile(source: FigureSource, tell: Tell): Promise<FigureFile> {
  const store = new RowStore(source.size);
  let isReadable = true;
  const refuse: Tell = (problem) => {
    isReadable = false;
    tell(problem);
  };
  try {
    const { format, rows } = await rowsIn(source, refuse);
    const campaigns = await storeRows(rows, store, refuse);
    if (isReadable) return fileOf(format, [...campaigns], store);
  } catch (error) {
    store.close();
    if (!(error instanceof FileRefusal)) throw error;
    tell(error.problem);
    return noFile;
  }
  store.close();
  return noFile;
}

const fileOf = (format: string, campaigns: readonly string[], store: RowStore): FigureFile => ({
  format,
  campaigns,
  parts: store.parts,
  *officesOf(part, reader, tell) {
    for (const rows of officeRowsOf(store.rowsOf(part), tell)) {
      const figures = reader.read(rows, tell);
      if (figures) yield figures;
    }
  },
  close: () => store.close(),
});

// XLSX is a ZIP archive; the older XLS, and a workbook with a password, start otherwise and are refused as workbooks.
const workbookStarts = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** What is particular to a kind of file: the names of its columns, and what becomes of merged cells. */
export interface Layout {
  readonly names?: readonly string[];
  readonly unmerge?: typeof withMergedCells;
}

/** The rows of a file as they are written; throws FileRefusal when nothing of it can be read. */
export async function rowsIn(
  source: FigureSource,
  tell: Tell,
  { names, unmerge }: Layout = {},
): Promise<{ format: string; rows: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]> }> {
  const start = await firstBytesOf(source);
  if (workbookStarts.some((bytes) => bytes.every((byte, index) => start[index] === byte))) {
    // Few files are workbooks, and what reads them takes a while to load.
    const { readWorkbook } = await import("./read-workbook.js");
    return { format: "xlsx", rows: [await readWorkbook(source, tell, unmerge)] };
  }
  const found = await encodingOf(source.chunks());
  if ("problem" in found) throw new FileRefusal(found.problem);
  return {
    format: found.encoding,
    rows: rowsOfCsv(source, found.encoding, (text) => separatorOf(text, names)),
  };
}
