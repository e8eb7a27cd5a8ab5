import { describe, expect, it } from "vitest";
import type { Issue } from "./rules/issue.js";
import { countsOf, differenceOf } from "./push-difference.js";
import { statusOf } from "./push-status.js";

const anIssue = (rule: string, severity: Issue["severity"], path = "answers[1].number"): Issue => ({
  rule,
  severity,
  code: "X",
  path,
  row: 2,
  column: "value",
  question: "B7",
  messages: { fr: "", en: "" },
  observed: null,
  expected: null,
  relatedPaths: ["answers[0].number"],
});
const bare = [
  { question: "B6", number: 1 },
  { question: "B7", number: 2 },
];
const explained = [{ question: "B6", number: 1, comment: "Hors banque." }, bare[1]!];
const elsewhere = [...bare, { question: "D", text: "…", comment: "Autre chose." }];

describe("what becomes of a push", () => {
  it.each([
    ["nothing found", [], bare, ["ACCEPTED", "ACCEPTED", "ACCEPTED"]],
    ["information only", [anIssue("V21", "I")], bare, ["ACCEPTED", "ACCEPTED", "ACCEPTED"]],
    ["a warning", [anIssue("V09", "W")], bare, ["REJECTED", "ACCEPTED_WITH_WARNINGS", "REJECTED"]],
    [
      "lateness, which no answer explains",
      [anIssue("V23", "W", "campaign")],
      bare,
      Array(3).fill("ACCEPTED_WITH_WARNINGS"),
    ],
    [
      "a warning explained beside it",
      [anIssue("V09", "W")],
      explained,
      Array(3).fill("ACCEPTED_WITH_WARNINGS"),
    ],
    [
      "a warning with a comment elsewhere",
      [anIssue("V09", "W")],
      elsewhere,
      ["REJECTED", "ACCEPTED_WITH_WARNINGS", "REJECTED"],
    ],
    [
      "an error, comment or not",
      [anIssue("V18", "E")],
      explained,
      ["REJECTED", "ACCEPTED_WITH_WARNINGS", "REJECTED"],
    ],
    ["a wrong establishment", [anIssue("V01", "E", "establishment")], bare, Array(3).fill("REJECTED")],
    ["a malformed figure", [anIssue("V05", "E")], bare, Array(3).fill("REJECTED")],
    ["an unknown question", [anIssue("FORM", "E")], bare, Array(3).fill("REJECTED")],
    ["a stale start, and worse", [anIssue("V05", "E"), anIssue("V25", "E")], bare, Array(3).fill("CONFLICT")],
  ])("%s: dry run, draft, submission", (_title, issues, answers, expected) => {
    expect((["DRY_RUN", "DRAFT", "SUBMIT"] as const).map((mode) => statusOf(issues, answers, mode))).toEqual(
      expected,
    );
  });

  it("counts every answer read exactly once", () => {
    const current = [
      { question: "B6", number: 1 },
      { question: "B7", number: 9 },
    ];
    const yours = [...bare, { question: "D", text: "Fiers" }];
    expect(countsOf(yours, current, true)).toEqual({
      read: 3,
      created: 1,
      updated: 1,
      unchanged: 1,
      rejected: 0,
    });
    expect(countsOf(yours, current, false)).toEqual({
      read: 3,
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: 3,
    });
  });

  it("tells what differs, in words, and since which revision the current answer stands", () => {
    const at = (day: number) => new Date(Date.UTC(2026, 4, day));
    const revisions = [
      {
        revision: 1,
        submittedAt: at(1),
        answers: [
          { question: "B6", number: 1 },
          { question: "B3", choices: ["GT5"] },
        ],
      },
      {
        revision: 2,
        submittedAt: at(2),
        answers: [
          { question: "B6", number: 5 },
          { question: "B3", choices: ["GT5"] },
        ],
      },
      {
        revision: 3,
        submittedAt: at(3),
        answers: [
          { question: "B6", number: 5 },
          { question: "B3", choices: ["GT5"] },
        ],
      },
    ];
    const yours = [
      { question: "B6", missing: "DOES_NOT_KNOW" },
      { question: "D", text: "Fiers" },
    ];
    expect(differenceOf(yours, revisions)).toEqual([
      { question: "B6", yours: "DOES_NOT_KNOW", current: "5", changedAt: at(2).toISOString() },
      { question: "B3", yours: null, current: "GT5", changedAt: at(1).toISOString() },
      { question: "D", yours: "Fiers", current: null, changedAt: at(1).toISOString() },
    ]);
    expect(differenceOf(revisions[2]!.answers, revisions)).toEqual([]);
  });
});
