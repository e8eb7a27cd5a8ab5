import { describe, expect, it } from "vitest";
import { CFB, read, utils, write } from "@e965/xlsx";
import { readReference } from "../figures-file/reference.js";
import { figureColumns, lastYearsRows, templateRows, templateSheets } from "./figures-template.js";
import { sheetOfWorkbook, workbookOf } from "./xlsx-template.js";

const form = readReference().forms.get("2025-2026")!;

describe("the template as a workbook", () => {
  it("asks every question of the form once, under exactly the columns of a push", () => {
    const { rows } = sheetOfWorkbook(workbookOf(templateSheets(form, "chum", [], "fr")))!;
    expect(rows[0]!.cells).toEqual([...figureColumns]);
    const asked = form.questions.filter((question) => question.asked).map(({ code }) => code);
    expect(rows.slice(1).map(({ cells }) => cells[3])).toEqual(asked);
    // Blank cells at the end of a row are not kept.
    expect(rows.map(({ cells }) => [...cells, "", "", "", ""].slice(0, 7))).toEqual(
      templateRows(form, "chum"),
    );
  });

  it("explains each question beside it: text, choices with their labels, bounds", () => {
    const workbook = read(workbookOf(templateSheets(form, "chum", [], "en")), { type: "buffer" });
    expect(workbook.SheetNames).toEqual(["Answers", "Codes", "Listes"]);
    const rows = utils.sheet_to_json<Record<string, string>>(workbook.Sheets.Codes!, { defval: "" });
    expect(rows.find(({ question }) => question === "B3")).toMatchObject({
      type: "one choice",
      required: "yes",
      "values (code: label)": expect.stringContaining("LT1: "),
    });
    expect(rows.find(({ question }) => question === "B5b")!.bounds).toBe("≥ 0, ≤ 99.99, 2 decimal(s)");
    expect(rows.find(({ question }) => question === "C6.text")).toMatchObject({
      "only if": "C6 = YES",
      bounds: "≤ 149 words",
    });
    expect(rows.at(-1)!["values (code: label)"]).toContain("DOES_NOT_KNOW");
  });
});

describe("what a template offers", () => {
  const archive = CFB.read(workbookOf(templateSheets(form, "chum", [], "fr")), { type: "buffer" });
  const xmlOf = (sheet: number): string =>
    Buffer.from(CFB.find(archive, `/xl/worksheets/sheet${sheet}.xml`)!.content as Uint8Array).toString();

  it("offers the choices of each question as a list, and the reasons for giving no value", () => {
    const rows = templateRows(form, "chum");
    const lists = templateSheets(form, "chum", [], "fr")[2]!.rows;
    const offered = [
      ...xmlOf(1).matchAll(/sqref="([A-Z0-9:]+)"><formula1>Listes!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)</g),
    ];
    const choicesAt = (cell: string): string[] => {
      const [, , column, last] = offered.find(([, cells]) => cells === cell)!;
      const index = utils.decode_col(column!);
      return lists.slice(1, Number(last)).map((row) => row[index]!);
    };
    for (const { code, choices } of form.questions.filter((question) => question.asked)) {
      const cell = `E${rows.findIndex((row) => row[3] === code) + 1}`;
      if (choices.length > 0) expect(choicesAt(cell)).toEqual(choices.map((choice) => choice.code));
      else expect(offered.some(([, cells]) => cells === cell)).toBe(false);
    }
    expect(choicesAt(offered[0]![1]!)).toEqual(["NOT_ANSWERED", "DOES_NOT_KNOW", "NOT_APPLICABLE"]);
    // The order of ECMA-376, without which a spreadsheet calls the file damaged.
    expect(xmlOf(1)).toMatch(/<\/sheetData><dataValidations count="\d+">/);
  });

  it("marks the questions of the hub's own module as optional and proposed", () => {
    const [, codes] = templateSheets(form, "chum", [], "fr");
    const moduleOf = (code: string) => codes!.rows.find(([question]) => question === code)!.at(-1);
    expect(moduleOf("G1.INFORMATION")).toMatch(/^G 1 : .*\(facultatif, proposé par le carrefour\)$/);
    expect(moduleOf("B6")).toBe("");
  });

  it("starts from last year's values where the form still asks for them in the same way", () => {
    const answers = [
      { question: "B6", number: 40 },
      { question: "C4", choices: ["TACTICAL", "GONE", "CLINICAL"] },
      { question: "B4", missing: "DOES_NOT_KNOW" },
      { question: "A2.1", text: "plus jamais demandé" },
      { question: "B7", text: "autrefois un texte" },
    ];
    expect(lastYearsRows(form, answers)).toEqual([
      { question: "B4", value: "", missing: "DOES_NOT_KNOW" },
      { question: "B6", value: "40", missing: "" },
      { question: "C4", value: "TACTICAL", missing: "" },
      { question: "C4", value: "CLINICAL", missing: "" },
    ]);
    const rows = templateRows(form, "chum", lastYearsRows(form, answers));
    expect(rows.filter(([, , , question]) => question === "C4").map((row) => row[4])).toEqual([
      "TACTICAL",
      "CLINICAL",
    ]);
  });
});

describe("a workbook that comes back", () => {
  it("shows numbers as typed and formulas as formulas", () => {
    const sheet = utils.aoa_to_sheet([["B6", 2.5], ["B7"]]);
    sheet.B2 = { t: "n", v: 2, f: "1+1" };
    sheet["!ref"] = "A1:B2";
    const bytes = write({ SheetNames: ["x"], Sheets: { x: sheet } }, { type: "buffer", bookType: "xlsx" });
    expect(sheetOfWorkbook(bytes as Buffer)!.rows).toEqual([
      { row: 1, cells: ["B6", "2.5"] },
      { row: 2, cells: ["B7", "=1+1"] },
    ]);
  });

  it("is told from an archive that is no workbook", () => {
    expect(sheetOfWorkbook(Buffer.from("PK\u0003\u0004 not a workbook"))).toBeNull();
  });
});
