import { describe, expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { copiedColumns } from "./copied-columns.js";
import { withLineBreaks } from "./csv-file.js";
import { rowsInSpan } from "./rows-in-span.js";

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
      fc.property(rows, (given) => {
        const written = withLineBreaks(Buffer.from(csvOf(given))).toString();
        const read: string[][] = parse(written, { record_delimiter: "\r\n", skip_empty_lines: false });
        expect(read).toEqual(given);
      }),
    );
  });

  it("can be told by the bytes that are sent: a byte is of one row", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (given, first, second) => {
        const lines = given.map((row) => withLineBreaks(Buffer.from(csvOf([row]))));
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

describe("the rows of a release as PostgreSQL copies them", () => {
  it("are read back as they are stored, a missing value apart from every text", async () => {
    const any = fc.array(fc.tuple(fc.option(value), fc.option(value)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(any, async (given) => {
        const columns = await copiedColumns(Buffer.from(textOf(given)), 2);
        expect(columns).toEqual([given.map(([left]) => left), given.map(([, right]) => right)]);
      }),
    );
  });

  it("are told apart by every byte, also two codes that a sum of their bytes confuses", async () => {
    const columns = await copiedColumns(Buffer.from("Aa\tBB\nBB\tAa\nAa\tBB\n"), 2);
    expect(columns).toEqual([
      ["Aa", "BB", "Aa"],
      ["BB", "Aa", "BB"],
    ]);
  });

  it("are refused when a row has another number of columns, or no end", async () => {
    await expect(copiedColumns(Buffer.from("a\tb\n"), 3)).rejects.toThrow("2 fields, expected 3");
    await expect(copiedColumns(Buffer.from("a\tb\tc\n"), 2)).rejects.toThrow("over 2 fields, expected 2");
    await expect(copiedColumns(Buffer.from("a\tb"), 2)).rejects.toThrow("no end");
  });
});
