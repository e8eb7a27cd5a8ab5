import { type ReleaseFileFormat, rowIdColumn } from "./release-file-format.js";

const [lineFeed, carriageReturn, quote] = [0x0a, 0x0d, 0x22];
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

/** PostgreSQL ends a row by a line feed; RFC 4180, s. 2, wants a carriage return before it, but within quotes. */
export function withLineBreaks(copied: Buffer): Buffer {
  if (!copied.includes(quote)) return withEveryLineBreak(copied);
  const written = Buffer.allocUnsafe(2 * copied.length);
  let [length, isQuoted] = [0, false];
  for (const byte of copied) {
    if (byte === quote) isQuoted = !isQuoted;
    if (byte === lineFeed && !isQuoted) written[length++] = carriageReturn;
    written[length++] = byte;
  }
  return written.subarray(0, length);
}

// A row at a time, not a byte.
function withEveryLineBreak(copied: Buffer): Buffer {
  const lines: number[] = [];
  for (let end = copied.indexOf(lineFeed); end !== -1; end = copied.indexOf(lineFeed, end + 1))
    lines.push(end);
  const written = Buffer.allocUnsafe(copied.length + lines.length);
  let [length, from] = [0, 0];
  for (const end of lines) {
    length += copied.copy(written, length, from, end);
    written[length++] = carriageReturn;
    written[length++] = lineFeed;
    from = end + 1;
  }
  copied.copy(written, length, from);
  return written;
}
