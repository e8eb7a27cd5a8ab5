import { describe, expect, it } from "vitest";
import { utils, write } from "@e965/xlsx";
import { fileOf, header, read } from "../cli/testing/a-file.js";
import { columns } from "./columns.js";
import { mostRowsOfAnOffice } from "./office-rows.js";

type Cells = (string | number | Date)[];

/** A workbook with the given rows, and cells merged from one address to another. */
function workbook(rows: Cells[], merges: string[] = []): Buffer {
  const sheet = utils.aoa_to_sheet(rows, { cellDates: true });
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  return write(
    { SheetNames: ["Réponses"], Sheets: { Réponses: sheet } },
    { type: "buffer", bookType: "xlsx", compression: true },
  );
}
const row = (question: string, value: string | number | Date, missing = ""): Cells => [
  "2025-2026",
  "chum",
  "",
  question,
  value,
  missing,
  "",
];
const told = (code: string, place: object) => expect.objectContaining({ rule: "FILE", code, ...place });

describe("titles above the header", () => {
  it("are passed over in a workbook, merged or not, and rows keep their numbers", async () => {
    const rows = [
      ["Portrait 2025-2026"],
      ["", "", "", "Réponses"],
      [...columns],
      row("B6", 40),
      row("B7", "x"),
    ];
    const { offices, problems } = await read(workbook(rows, ["A1:G1", "D2:G2"]));
    expect(offices).toMatchObject([{ firstRow: 4, answers: [{ question: "B6", number: 40 }, {}] }]);
    expect(problems).toEqual([told("NOT_A_NUMBER", { row: 5, column: "value", observed: "x" })]);
  });

  it("are passed over in a CSV file too, with semicolons", async () => {
    const text = `Portrait, 2025-2026\n\n${fileOf("B6,40,,").replaceAll(",", ";")}`;
    expect(await read(text)).toMatchObject({
      problems: [],
      offices: [{ firstRow: 4, answers: [{ question: "B6", number: 40 }] }],
    });
  });

  it("alone are no header: what is missing is told at the first row", async () => {
    const { offices, problems } = await read(workbook([["Portrait"], row("B6", 40)]));
    expect(offices).toEqual([]);
    expect(problems).toContainEqual(told("MISSING_COLUMN", { row: 1, column: "value" }));
  });
});

describe("merged cells below the header", () => {
  it("hold for each of their rows where they say whose figures these are, or which question", async () => {
    const rows = [
      [...columns],
      row("C4", "TACTICAL"),
      ["", "", "", "", "STRATEGIC", "", ""],
      ["", "", "", "B6", 40, "", ""],
    ];
    const { offices, problems } = await read(workbook(rows, ["A2:A4", "B2:B4", "D2:D3"]));
    expect(problems).toEqual([]);
    expect(offices[0]!.answers).toEqual([
      { question: "C4", choices: ["TACTICAL", "STRATEGIC"] },
      { question: "B6", number: 40 },
    ]);
  });

  it.each([
    ["a value over two rows", "E2:E3"],
    ["a value over two columns", "E2:F2"],
  ])("are refused for %s, at the first of them", async (_title, range) => {
    const rows = [[...columns], row("B6", 40), ["2025-2026", "chum", "", "B7", "", "", ""]];
    const { offices, problems } = await read(workbook(rows, [range]));
    expect(offices).toEqual([]);
    expect(problems).toEqual([told("MERGED_CELLS", { row: 2, column: "value", observed: "40" })]);
    expect(problems[0]!.expected).not.toBeNull();
  });
});

describe("what a spreadsheet made of a value", () => {
  it.each([
    ["a date", new Date(Date.UTC(2026, 0, 3)), "NOT_A_NUMBER"],
    ["a formula that gave an error", "=1/0", "FORMULA"],
  ])("is not taken for a number: %s", async (_title, value, code) => {
    const { problems } = await read(workbook([[...columns], row("B6", value)]));
    expect(problems).toEqual([told(code, { row: 2, column: "value", question: "B6" })]);
  });

  it("is not taken for a number either when it shows a percentage", async () => {
    const sheet = utils.aoa_to_sheet([[...columns], row("B6", 0.12)]);
    sheet.E2 = { t: "n", v: 0.12, z: "0%" };
    const bytes = write(
      { SheetNames: ["x"], Sheets: { x: sheet } },
      { type: "buffer", bookType: "xlsx", compression: true },
    );
    expect((await read(bytes as Buffer)).problems).toEqual([
      told("NOT_A_NUMBER", { row: 2, column: "value", observed: "12%" }),
    ]);
  });
});

describe("the list of what people send", () => {
  const number = { question: "B6", number: 1200 };
  it.each<[string, string | Buffer, object]>([
    ["Windows-1252", Buffer.from(fileOf('D,"Équipe engagée",,'), "latin1"), { text: "Équipe engagée" }],
    ["UTF-16", Buffer.from(`\ufeff${fileOf('D,"Équipe engagée",,')}`, "utf16le"), { text: "Équipe engagée" }],
    ["a byte order mark", `\ufeff${fileOf("B6,1200,,")}`, number],
    ["semicolons", fileOf("B6,1200,,").replaceAll(",", ";"), number],
    [
      "tabs and Windows line ends",
      fileOf("B6,1200,,").replaceAll(",", "\t").replaceAll("\n", "\r\n"),
      number,
    ],
    ["a decimal comma", fileOf('B5b,"2,5",,'), { question: "B5b", number: 2.5 }],
    ["thousands set apart by a space", fileOf("B6,1 200,,"), number],
  ])("is read rightly: %s", async (_title, file, answer) => {
    expect(await read(file)).toMatchObject({ problems: [], offices: [{ answers: [answer] }] });
  });

  it.each<[string, string, string, number, string | null]>([
    ["« 50,000$ »", fileOf('B6,"50,000$",,'), "NOT_A_NUMBER", 2, "value"],
    ["an extra column", `${header},note\n2025-2026,chum,,B6,4,,,x`, "UNKNOWN_COLUMN", 1, "note"],
    ["a duplicated row", fileOf("B6,40,,", "B6,40,,"), "REPEATED_ROW", 3, "question"],
    ["a formula", fileOf("B6,=1+1,,"), "FORMULA", 2, "value"],
    [
      "a text cut by its own comma",
      fileOf("D,Une équipe, forte, unie, engagée"),
      "CELL_OUTSIDE_COLUMNS",
      2,
      "8",
    ],
    ["a quote never closed", fileOf("B6,40,,", 'D,"Une équipe,,'), "BROKEN_QUOTES", 3, null],
  ])(
    "is refused with its row, its column and what was expected: %s",
    async (_title, file, code, at, column) => {
      const { problems } = await read(file);
      expect(problems).toContainEqual(told(code, { row: at, column }));
    },
  );

  it("is refused at the row where a quote opens, before it eats the memory", async () => {
    const { problems } = await read(fileOf("B6,40,,", `D,"${"mot ".repeat(400_000)}`));
    expect(problems).toEqual([told("BROKEN_QUOTES", { row: 3, observed: "CSV_MAX_RECORD_SIZE" })]);
  });

  it("is refused row by row beyond what an office can answer", async () => {
    const rows = Array.from({ length: mostRowsOfAnOffice + 2 }, (_, index) => `B2,Bureau ${index},,`);
    const { offices, problems } = await read(fileOf(...rows));
    expect(offices[0]!.answers).toHaveLength(mostRowsOfAnOffice);
    expect(problems.map(({ code, row: at }) => [code, at])).toEqual([
      ["TOO_MANY_ROWS", mostRowsOfAnOffice + 2],
      ["TOO_MANY_ROWS", mostRowsOfAnOffice + 3],
    ]);
  });

  it("is refused as a workbook with more rows than are read, not cut", async () => {
    const rows = [
      [...columns],
      ...Array.from({ length: 20_001 }, (_, index) => row("B2", `Bureau ${index}`)),
    ];
    const { offices, problems } = await read(workbook(rows));
    expect(offices).toEqual([]);
    expect(problems).toEqual([told("TOO_MANY_ROWS", { row: 20_001 })]);
  });
});
