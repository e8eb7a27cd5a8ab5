import { lineFeed, quote, rowEnds } from "./block-rows.js";
import { type ReleaseFileFormat, rowIdColumn, rowsPerBlock } from "./release-file-format.js";

const carriageReturn = 0x0d;
// By it spreadsheets know UTF-8 (RFC 3629, s. 6).
const byteOrderMark = "\uFEFF";

/** Comma-separated values (RFC 4180), in UTF-8 with a byte order mark; a missing value is an empty field. */
export const csvFile: ReleaseFileFormat<null> = {
  ending: "csv",
  contentType: "text/csv; charset=utf-8; header=present",
  generator: 1,
  copiedAs: "CSV",
  isByLine: true,
  head: (columns) => Buffer.from(`${byteOrderMark}${[rowIdColumn, ...columns].join(",")}\r\n`),
  encode: async (copied) => ({ bytes: withLineBreaks(copied), note: null }),
  tail: () => Buffer.alloc(0),
};

/**
 * PostgreSQL ends a row by a line feed; RFC 4180, s. 2, wants a carriage return before it, but within quotes. The pieces
 * of a block are written straight into its bytes: what is allocated beside them, the hub collects with its whole heap.
 */
export function withLineBreaks(copied: readonly Buffer[]): Buffer {
  // Which line feeds are within quotes depends on all that comes before.
  const pieces = copied.some((piece) => piece.includes(quote)) ? [Buffer.concat(copied)] : copied;
  const written = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + piece.length, rowsPerBlock));
  let [length, rows] = [0, 0];
  for (const piece of pieces) {
    let from = 0;
    // A row at a time, not a byte.
    for (const end of rowEnds(piece, true)) {
      if ((rows += 1) > rowsPerBlock) throw new Error(`copied rows: over ${rowsPerBlock} in a block`);
      length += piece.copy(written, length, from, end);
      written[length++] = carriageReturn;
      written[length++] = lineFeed;
      from = end + 1;
    }
    length += piece.copy(written, length, from);
  }
  return written.subarray(0, length);
}
