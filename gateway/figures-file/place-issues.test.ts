import { describe, expect, it } from "vitest";
import { judgeOffline } from "../../subgraphs/offline.js";
import { fileOf, read } from "../cli/testing/a-file.js";
import { placeIssues } from "./place-issues.js";

const problemsOf = async (...rows: string[]) => {
  const [office] = (await read(fileOf(...rows))).offices;
  const { issues } = judgeOffline(office!.answers, office!.form, {
    mode: "SUBMIT",
    establishment: "chum",
    office: null,
    reason: null,
    noticeVersion: null,
    peerGroup: null,
    period: null,
  });
  return placeIssues(issues, office!);
};
const at = (row: number | null, column: string, code: string) =>
  expect.objectContaining({ row, column, code });

describe("the rules of the hub, told at rows of the file", () => {
  it("names the row of the answer", async () => {
    expect(await problemsOf("B6,40,,", "B7,1.5,,")).toContainEqual(at(3, "value", "NOT_AN_INTEGER"));
  });

  it("names the row of the choice, among the rows of a multiple choice", async () => {
    const problems = await problemsOf("B1,QUALITY,,", "B6,40,,", "B1,SECRET,,", "B1,QUALITY,,encore");
    expect(problems).toContainEqual(at(4, "value", "UNKNOWN_CHOICE"));
    expect(problems).toContainEqual(at(5, "value", "REPEATED_CHOICE"));
  });

  it("names the row that was left blank, and no row where there is none", async () => {
    const problems = (await problemsOf("B6,40,,", "B7,,,")).filter(({ code }) => code === "REQUIRED");
    expect(problems.find(({ question }) => question === "B7")).toMatchObject({ row: 3, column: "value" });
    expect(problems.find(({ question }) => question === "B3")).toMatchObject({
      row: null,
      establishment: "chum",
    });
  });

  it("names the option of the command for what is not in the file", async () => {
    expect(await problemsOf("B6,40,,")).toContainEqual(at(null, "--notice", "NOTICE_NOT_ACCEPTED"));
  });
});
