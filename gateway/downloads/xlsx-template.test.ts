import { describe, expect, it } from "@jest/globals";
import { read, utils, write } from "@e965/xlsx";
import { readReference } from "../cli/reading/reference.js";
import { figureColumns, templateRows, templateSheets } from "./figures-template.js";
import { rowsOfWorkbook, workbookOf } from "./xlsx-template.js";

const form = readReference().forms.get("2025-2026")!;

describe("the template as a workbook", () => {
  it("asks every question of the form once, under exactly the columns of a push", () => {
    const rows = rowsOfWorkbook(workbookOf(templateSheets(form, "chum", "fr")))!;
    expect(rows[0]!.cells).toEqual([...figureColumns]);
    const asked = form.questions.filter((question) => question.asked).map(({ code }) => code);
    expect(rows.slice(1).map(({ cells }) => cells[3])).toEqual(asked);
    expect(rows.map(({ cells }) => cells)).toEqual(templateRows(form, "chum"));
  });

  it("explains each question beside it: text, choices with their labels, bounds", () => {
    const workbook = read(workbookOf(templateSheets(form, "chum", "en")), { type: "buffer" });
    expect(workbook.SheetNames).toEqual(["Answers", "Codes"]);
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

describe("a workbook that comes back", () => {
  it("shows numbers as typed and formulas as formulas", () => {
    const sheet = utils.aoa_to_sheet([["B6", 2.5], ["B7"]]);
    sheet.B2 = { t: "n", v: 2, f: "1+1" };
    sheet["!ref"] = "A1:B2";
    const bytes = write({ SheetNames: ["x"], Sheets: { x: sheet } }, { type: "buffer", bookType: "xlsx" });
    expect(rowsOfWorkbook(bytes as Buffer)).toEqual([
      { row: 1, cells: ["B6", "2.5"] },
      { row: 2, cells: ["B7", "=1+1"] },
    ]);
  });

  it("is told from an archive that is no workbook", () => {
    expect(rowsOfWorkbook(Buffer.from("PK\u0003\u0004 not a workbook"))).toBeNull();
  });
});
