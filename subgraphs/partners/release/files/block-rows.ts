import type { ByteSpan } from "../../../shared/file-conditions.js";
import type { RowRange } from "../../release-read/release-read.entity.js";

export const [lineFeed, quote] = [0x0a, 0x22];

/** Where the rows of a block end: by a line feed; in CSV one between quotes is of its value. */
export const rowEnds = (block: Buffer, isCsv: boolean): Generator<number> =>
  isCsv && block.includes(quote) ? endsOutsideQuotes(block) : plainEnds(block);

/** The first and the last row that some bytes of a block are of, counted from 0. */
export function rowsInSpan(block: Buffer, { from, to }: ByteSpan, isCsv: boolean): RowRange {
  let [before, within] = [0, 0];
  for (const end of rowEnds(block, isCsv)) {
    // The last byte is of the row that it ends, not of the next one.
    if (end >= to - 1) break;
    if (end < from) before += 1;
    else within += 1;
  }
  return { from: before, to: before + within };
}

/** How many lines the pieces of a block have: in PostgreSQL's text format, as many as rows. */
export function linesIn(pieces: readonly Buffer[]): number {
  let lines = 0;
  for (const piece of pieces) for (const _end of plainEnds(piece)) lines += 1;
  return lines;
}

function* plainEnds(block: Buffer): Generator<number> {
  for (let end = block.indexOf(lineFeed); end !== -1; end = block.indexOf(lineFeed, end + 1)) yield end;
}

function* endsOutsideQuotes(block: Buffer): Generator<number> {
  let isQuoted = false;
  for (const [index, byte] of block.entries()) {
    if (byte === quote) isQuoted = !isQuoted;
    else if (byte === lineFeed && !isQuoted) yield index;
  }
}
