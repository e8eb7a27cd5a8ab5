import { describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { rowsInSpan } from "./block-rows.js";
import { type CopiedRows, copiedRows } from "./copied-columns.js";
import { withLineBreaks } from "./csv-file.js";
import { parquetFile } from "./parquet-file.js";
import { rowsPerBlock } from "./release-file-format.js";

const value = fc.string({
  unit: fc.constantFrom("a", "é", ",", '"', "\n", "\r", "\t", "\\", "N", "🦜"),
  maxLength: 6,
});
const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 12 });
// As PostgreSQL's COPY writes them (its manual, COPY).
const csvOf = (given: [string, string][]): string =>
  given
    .map((row) =>
      row.map((each) => (/[",\r\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join(","),
    )
    .map((line) => `${line}\n`)
    .join("");
// A piece may end anywhere: in a row, between quotes, in a letter.
const inPieces = (copied: Buffer, at: number): Buffer[] => [copied.subarray(0, at), copied.subarray(at)];
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const textOf = (given: (string | null)[][]): string =>
  given
    .map((row) =>
      row.map((each) => each?.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!) ?? "\\N").join("\t"),
    )
    .map((line) => `${line}\n`)
    .join("");

describe("the rows of a release as CSV", () => {
  it("end by the line break of RFC 4180, and keep their values byte for byte, whatever these hold", () => {
    fc.assert(
      fc.property(rows, fc.nat(60), (given, at) => {
        const written = withLineBreaks(inPieces(Buffer.from(csvOf(given)), at)).toString();
        const read: string[][] = parse(written, { record_delimiter: "\r\n", skip_empty_lines: false });
        expect(read).toEqual(given);
      }),
    );
  });

  it("are refused when they are more than a block holds", () => {
    expect(() => withLineBreaks([Buffer.alloc(rowsPerBlock + 1, "\n")])).toThrow("over 20000 in a block");
    expect(withLineBreaks([Buffer.alloc(rowsPerBlock, "\n")])).toHaveLength(2 * rowsPerBlock);
  });

  it("can be told by the bytes that are sent: a byte is of one row", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (given, first, second) => {
        const lines = given.map((row) => withLineBreaks([Buffer.from(csvOf([row]))]));
        const block = Buffer.concat(lines);
        const [from, last] = [first % block.length, second % block.length].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const rowOf = lines.flatMap((line, row) => [...line].map(() => row));
        expect(rowsInSpan(block, { from, to: last + 1 }, true)).toEqual({
          from: rowOf[from],
          to: rowOf[last],
        });
      }),
    );
  });
});

const idOf = (row: number): string => `00000000-0000-4000-8000-${String(row).padStart(12, "0")}`;
/** Rows of two columns, each with its id. */
const copyOf = (given: (string | null)[][]): Buffer =>
  Buffer.from(textOf(given.map((row, rank) => [idOf(rank), ...row])));
/** The values of each column, row by row. */
const valuesIn = ({ columns }: CopiedRows): (string | null)[][] =>
  columns.map(({ different, isThere, codes }) => {
    const left = [...codes];
    return [...isThere].map((is) => (is ? different[left.shift()!]!.toString() : null));
  });
const pairs = fc.array(fc.tuple(fc.option(value), fc.option(value)), { minLength: 1, maxLength: 12 });

describe("the rows of a release as PostgreSQL copies them", () => {
  it("are read back as they are stored, a missing value apart from every text", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (given) => {
        const read = await copiedRows(copyOf(given), 3);
        expect(valuesIn(read)).toEqual([given.map(([left]) => left), given.map(([, right]) => right)]);
      }),
    );
  });

  it("are told apart by every byte, also two codes that a sum of their bytes confuses", async () => {
    const given = [
      ["Aa", "BB"],
      ["BB", "Aa"],
      ["Aa", "BB"],
    ];
    const read = await copiedRows(copyOf(given), 3);
    expect(valuesIn(read)).toEqual([
      ["Aa", "BB", "Aa"],
      ["BB", "Aa", "BB"],
    ]);
    expect(read.columns.map(({ different }) => different.length)).toEqual([2, 2]);
  });

  it("are refused when a row has another number of columns, or no end", async () => {
    await expect(copiedRows(Buffer.from("a\tb\n"), 3)).rejects.toThrow("2 fields, expected 3");
    await expect(copiedRows(Buffer.from("a\tb\tc\n"), 2)).rejects.toThrow("over 2 fields, expected 2");
    await expect(copiedRows(Buffer.from("a\tb"), 2)).rejects.toThrow("no end");
  });
});

describe("the rows of a release as Parquet", () => {
  it("are read by another program as they are stored, block after block", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, pairs, async (...given) => {
        const columns = ["left", "right"];
        const parts = [parquetFile.head(columns)];
        const blocks = [];
        for (const rows of given) {
          const { bytes, note } = await parquetFile.encode(inPieces(copyOf(rows), 50), columns);
          blocks.push({ from: Buffer.concat(parts).length, note });
          parts.push(bytes);
        }
        const written = Buffer.concat([...parts, parquetFile.tail({ columns, about: {}, blocks })]);
        const file = written.buffer.slice(written.byteOffset, written.byteOffset + written.length);
        expect(await parquetReadObjects({ file: file as ArrayBuffer })).toEqual(
          given.flatMap((rows) => rows.map(([left, right], rank) => ({ rowId: idOf(rank), left, right }))),
        );
      }),
    );
  });
});
