import { describe, expect, it } from "vitest";
import { fileOf, header, read } from "../cli/testing/a-file.js";
import { columns } from "./columns.js";
import { type Encoding, encodingOf, piecesOf } from "./decode-text.js";
import { sourceOfBytes } from "./figure-source.js";
import { separatorOf } from "./read-csv.js";

const utf16 = (text: string, isBigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
};

describe("the encodings that spreadsheets write", () => {
  const text = "Conseillère cadre, Québec";
  it.each<[string, Buffer, Encoding]>([
    ["UTF-8 without mark", Buffer.from(text), "utf-8"],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`), "utf-8"],
    ["UTF-16, little end first", utf16(text, false), "utf-16le"],
    ["UTF-16, big end first", utf16(text, true), "utf-16be"],
    ["Windows-1252", Buffer.from(text, "latin1"), "windows-1252"],
  ])("are read: %s", async (_title, bytes, encoding) => {
    const { chunks } = sourceOfBytes(bytes);
    expect(await encodingOf(chunks())).toEqual({ encoding });
    let read = "";
    for await (const piece of piecesOf(chunks(), encoding))
      read += typeof piece === "string" ? piece : new TextDecoder().decode(piece);
    expect(read).toBe(text);
  });

  it.each([
    ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ["UTF-16 without mark", Buffer.from("B6,40", "utf16le")],
    ["UTF-8 with its mark that then is no UTF-8", Buffer.from([0xef, 0xbb, 0xbf, 0xe9, 0x2c])],
  ])("are not guessed: %s is refused", async (_title, bytes) => {
    expect(await encodingOf(sourceOfBytes(bytes).chunks())).toMatchObject({
      problem: { rule: "FILE", code: "NOT_TEXT" },
    });
  });
});

describe("the layout of a file", () => {
  it.each([",", ";", "\t"])("is cut at %j, as the header is", async (separator) => {
    const text = fileOf("B6,40,,").replaceAll(",", separator);
    expect(separatorOf(text)).toBe(separator);
    expect(await read(text)).toMatchObject({
      problems: [],
      offices: [{ answers: [{ question: "B6", number: 40 }] }],
    });
  });

  it("may have its columns in any order, blank rows and blank columns at the end", async () => {
    const text = `${[...columns].reverse().join(",")},\n\n,,"40",B6,,chum,2025-2026,\n,,,,,,,\n`;
    expect(await read(text)).toMatchObject({
      problems: [],
      offices: [{ firstRow: 3, answers: [{ question: "B6", number: 40 }] }],
    });
  });

  it.each([
    ["a column is missing", `${header.replace(",missing", "")}\n2025-2026`, "MISSING_COLUMN", 1, "missing"],
    ["a column is unknown", `${header},nom\n2025-2026`, "UNKNOWN_COLUMN", 1, "nom"],
    ["a column is there twice", `${header},value\n2025-2026`, "REPEATED_COLUMN", 1, "value"],
    ["it is empty", "", "NO_HEADER", 1, null],
    ["it has a header only", header, "NO_ROWS", 2, null],
    [
      "a text is cut by a comma",
      fileOf("D,Une équipe, forte, engagée, unie"),
      "CELL_OUTSIDE_COLUMNS",
      2,
      "8",
    ],
    ["a quote is never closed", fileOf("B6,40,,", 'D,"Une équipe,,'), "BROKEN_QUOTES", 3, null],
  ])("is refused when %s", async (_title, text, code, row, column) => {
    const { offices, problems } = await read(text);
    expect(offices).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ rule: "FILE", code, row, column }));
  });
});
