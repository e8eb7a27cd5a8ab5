import { describe, expect, it } from "vitest";
import { fileOf, header, read } from "../cli/testing/a-file.js";
import { readNumber } from "./read-number.js";

const answersOf = async (...rows: string[]) => {
  const { offices, problems } = await read(fileOf(...rows));
  expect(problems).toEqual([]);
  return offices[0]!.answers;
};

describe("a number", () => {
  it.each([
    ["2,5", 2.5],
    ["2.5", 2.5],
    [" 40 ", 40],
    ["-1", -1],
    ["1 200", 1200],
    ["1\u202f200,5", 1200.5],
  ])("may be typed %j", (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    ["50,000$", "NOT_A_NUMBER"],
    ["12 %", "NOT_A_NUMBER"],
    ["1e3", "NOT_A_NUMBER"],
    ["0x10", "NOT_A_NUMBER"],
    ["Infinity", "NOT_A_NUMBER"],
    ["1 2", "NOT_A_NUMBER"],
    ["1,2,3", "NOT_A_NUMBER"],
    ["environ 40", "NOT_A_NUMBER"],
    ["1,200", "AMBIGUOUS_NUMBER"],
    ["1.200", "AMBIGUOUS_NUMBER"],
  ])("typed %j is refused, with its row and column", async (text, code) => {
    const { problems } = await read(fileOf("B5a,3,,", `B6,"${text}",,`));
    expect(problems).toEqual([
      expect.objectContaining({
        code,
        row: 3,
        column: "value",
        question: "B6",
        observed: text,
        expected: "2,5 | 2.5 | 1200",
      }),
    ]);
  });
});

describe("answers", () => {
  it("take the kind of their question", async () => {
    expect(
      await answersOf('B5b,"2,5",,', "B3,LT1,,", 'D,"Une équipe, engagée",,merci', "B6,,DOES_NOT_KNOW,"),
    ).toEqual([
      { question: "B5b", number: 2.5 },
      { question: "B3", choices: ["LT1"] },
      { question: "D", text: "Une équipe, engagée", comment: "merci" },
      { question: "B6", missing: "DOES_NOT_KNOW" },
    ]);
  });

  it("join the rows of a multiple choice, and keep one entry a text where a question takes several", async () => {
    expect(
      await answersOf("B1,QUALITY,,avec la DSI", "B2,Bureau A,,", "B1,NURSING,,", "B2,Bureau B,,"),
    ).toEqual([
      { question: "B1", choices: ["QUALITY", "NURSING"], comment: "avec la DSI" },
      { question: "B2", text: "Bureau A" },
      { question: "B2", text: "Bureau B" },
    ]);
  });

  it("do not come from blank rows", async () => {
    expect(await answersOf("B6,,,", "B7,0,,")).toEqual([{ question: "B7", number: 0 }]);
  });

  it("keep both answers to a single choice, for the rules to tell", async () => {
    expect(await answersOf("B3,LT1,,", "B3,GT5,,")).toHaveLength(2);
  });

  it("go to one push an office", async () => {
    const text = `${fileOf("B6,40,,")}\n2025-2026,cusm,,B6,12,,\n2025-2026,chum,,B7,3,,`;
    expect((await read(text)).offices).toMatchObject([
      { establishment: "chum", answers: [{ number: 40 }, { number: 3 }], rows: [[2], [4]] },
      { establishment: "cusm", answers: [{ number: 12 }], rows: [[3]] },
    ]);
  });
});

describe("a row", () => {
  it.each([
    ["a formula as a value", "B6,=1+1,,", "FORMULA", "value"],
    ["a formula behind a space", "D, =HYPERLINK(A1),,", "FORMULA", "value"],
    ["a command as a comment", "B6,40,,@SUM(A1)", "FORMULA", "comment"],
    ["a sum that looks like a number", "B6,+1-2,,", "FORMULA", "value"],
    ["a reason that nobody knows", "B6,,UNKNOWN,", "UNKNOWN_MISSING_CODE", "missing"],
  ])("is refused for %s", async (_title, row, code, column) => {
    expect((await read(fileOf("B7,1,,", row))).problems).toEqual([
      expect.objectContaining({ rule: "FILE", code, row: 3, column }),
    ]);
  });

  it("is refused for a text that a comma cut into the next column", async () => {
    const { problems } = await read(fileOf("D,Une équipe, engagée,"));
    expect(problems).toEqual([
      expect.objectContaining({
        code: "UNKNOWN_MISSING_CODE",
        row: 2,
        column: "missing",
        observed: " engagée",
      }),
    ]);
  });

  it("is refused when it repeats a row above, and counted once", async () => {
    const { offices, problems } = await read(fileOf("C4,TACTICAL,,", "B6,40,,", "C4,TACTICAL,,"));
    expect(problems).toEqual([
      expect.objectContaining({ code: "REPEATED_ROW", row: 4, column: "question", question: "C4" }),
    ]);
    expect(problems[0]!.messages.fr).toContain("la ligne 2");
    expect(offices[0]!.answers[0]).toEqual({ question: "C4", choices: ["TACTICAL"] });
  });

  it("is refused for a campaign or an establishment that does not exist, told once each", async () => {
    const text = [header, "2031,chum,,B6,4,,", "2031,chum,,B7,4,,", "2025-2026,hopital,,B6,4,,"].join("\n");
    expect((await read(text)).problems).toEqual([
      expect.objectContaining({ code: "UNKNOWN_CAMPAIGN", row: 2, column: "campaign", observed: "2031" }),
      expect.objectContaining({
        code: "UNKNOWN_ESTABLISHMENT",
        row: 4,
        column: "establishment",
        observed: "hopital",
      }),
    ]);
  });

  it("keeps its number after a text of several lines", async () => {
    const { problems } = await read(fileOf('D,"Une\néquipe",,', "B6,beaucoup,,"));
    expect(problems).toEqual([expect.objectContaining({ code: "NOT_A_NUMBER", row: 3 })]);
  });
});
