import { describe, expect, it } from "vitest";
import { context, found } from "../testing/a-context.js";
import { form2025, fullAnswers } from "../testing/a-push.js";
import type { Answer } from "../answer.js";
import { rules } from "./index.js";
import { issuesOf, type PushContext } from "./rule.js";
import { countWords } from "./v06-text-length.js";

type Changes = Record<string, Partial<Answer> | null>;
const words = (count: number): string => Array.from({ length: count }, () => "mot").join(" ");

describe("the rules of the yearly figures", () => {
  it("object to nothing in a complete form", () => {
    expect(found(fullAnswers())).toEqual([]);
  });

  it.each<[string, Changes]>([
    [
      "a person who answered with two others (V03)",
      { "A2.5": { choices: ["YES"] }, "A2.6.count": { number: 2 } },
    ],
    [
      "a Ministry that called, told in 149 words (V06)",
      { C6: { choices: ["YES"] }, "C6.text": { text: words(149) } },
    ],
    ["a Ministry that called, not told", { C6: { choices: ["YES"] }, "C6.text": null }],
    ["« Autre » said in words (V04)", { B8: { choices: ["OTHER"] }, "B8.other": { text: "Prix" } }],
    [
      "zero partners and nothing done, which are answers (V18, V10)",
      {
        B6: { number: 0 },
        B7: { number: 0 },
        C4: { missing: "NOT_APPLICABLE" },
        C5: { missing: "NOT_APPLICABLE" },
      },
    ],
    ["« Je ne sais pas » to the budget (V18)", { B4: { missing: "DOES_NOT_KNOW" } }],
    ["an FTE of two decimals (V05)", { B5b: { number: 1.15 } }],
    ["as many active partners as in the pool (V09)", { B6: { number: 12 }, B7: { number: 12 } }],
    ["a pool that nobody has counted (V09)", { B6: { missing: "DOES_NOT_KNOW" } }],
    ["150 words of pride (V06)", { D: { text: words(150) } }],
    ["4000 characters of comments (V06)", { F: { text: "é".repeat(4_000) } }],
  ])("let %s pass", (_title, changes) => {
    expect(found(fullAnswers(changes))).toEqual([]);
  });

  it.each<[string, Changes, string[]]>([
    [
      "a count of helpers missing",
      { "A2.5": { choices: ["YES"] }, "A2.6.count": null },
      ["V03 REQUIRED_BY_CHOICE A2.6.count"],
    ],
    [
      "no helper at all after a yes",
      { "A2.5": { choices: ["YES"] }, "A2.6.count": { number: 0 } },
      ["V05 TOO_SMALL A2.6.count"],
    ],
    [
      "helpers counted after a no",
      { "A2.5": { choices: ["NO"] }, "A2.6.count": { number: 2 } },
      ["V03 CONDITION_NOT_MET A2.6.count"],
    ],
    [
      "a text about a Ministry that did not call",
      { C6: { choices: ["NO"] }, "C6.text": { text: "Oui" } },
      ["V03 CONDITION_NOT_MET C6.text"],
    ],
    [
      "« Autre » without words",
      { B8: { choices: ["OTHER"] }, "B8.other": null },
      ["V04 REQUIRED_BY_CHOICE B8.other"],
    ],
    [
      "« Autre » excused by a missing code",
      { B8: { choices: ["OTHER"] }, "B8.other": { missing: "NOT_ANSWERED" } },
      ["V04 REQUIRED_BY_CHOICE B8.other"],
    ],
    [
      "words without « Autre »",
      { B8: { choices: ["GENERAL_BUDGET"] }, "B8.other": { text: "Prix" } },
      ["V04 CONDITION_NOT_MET B8.other"],
    ],
    ["half a person", { B5a: { number: 1.5 } }, ["V05 NOT_AN_INTEGER B5a"]],
    ["a negative pool", { B6: { number: -3 }, B7: { missing: "DOES_NOT_KNOW" } }, ["V05 TOO_SMALL B6"]],
    ["an FTE of three decimals", { B5b: { number: 1.155 } }, ["V05 TOO_MANY_DECIMALS B5b"]],
    ["an FTE of a hundred", { B5b: { number: 100 } }, ["V05 TOO_LARGE B5b"]],
    ["a code with a space", { B3: { choices: ["GT5 "] } }, ["V05 NOT_TRIMMED B3"]],
    ["half of a character", { D: { text: "\ud83d" } }, ["V05 UNREADABLE_CHARACTER D"]],
    [
      "150 words where fewer than 150 are asked",
      { C7: { choices: ["YES"] }, "C7.text": { text: words(150) } },
      ["V06 TOO_MANY_WORDS C7.text"],
    ],
    ["151 words of pride", { D: { text: words(151) } }, ["V06 TOO_MANY_WORDS D"]],
    ["4001 characters of comments", { F: { text: "é".repeat(4_001) } }, ["V06 TOO_MANY_CHARACTERS F"]],
    [
      "more active partners than in the pool",
      { B6: { number: 11 }, B7: { number: 12 } },
      ["V09 MORE_ACTIVE_THAN_IN_BANK B7"],
    ],
    ["a question left out", { B4: null }, ["V18 REQUIRED B4"]],
    ["a blank text", { "A2.2": { text: "  " } }, ["V18 REQUIRED A2.2"]],
    ["no choice ticked", { C4: { choices: [] } }, ["V18 REQUIRED C4"]],
    ["an unknown question", { Z1: { number: 1 } }, ["FORM UNKNOWN_QUESTION Z1"]],
    ["a question that the hub never asks", { "A2.1": { text: "Jeanne" } }, ["FORM UNKNOWN_QUESTION A2.1"]],
    ["an unknown choice", { C4: { choices: ["TACTICAL", "OPERATIONAL"] } }, ["FORM UNKNOWN_CHOICE C4"]],
    ["a choice ticked twice", { C4: { choices: ["TACTICAL", "TACTICAL"] } }, ["FORM REPEATED_CHOICE C4"]],
    ["two choices where one is asked", { B3: { choices: ["LT1", "GT5"] } }, ["FORM MORE_THAN_ONE_CHOICE B3"]],
    ["a text where a number is asked", { B6: { text: "40" } }, ["FORM WRONG_KIND B6"]],
    [
      "a number and a reason for none",
      { B6: { number: 40, missing: "DOES_NOT_KNOW" } },
      ["FORM NOT_ONE_VALUE B6"],
    ],
    ["an answer of nothing", { E: {} }, ["FORM NOT_ONE_VALUE E"]],
  ])("object to %s", (_title, changes, expected) => {
    expect(found(fullAnswers(changes))).toEqual(expected);
  });

  it("take several names of a service, and one answer to any other question", () => {
    const names = [...fullAnswers(), { question: "B2", text: "Un second service" }];
    expect(found(names)).toEqual([]);
    expect(found([...names, { question: "B6", number: 40 }])).toEqual(["FORM ANSWERED_TWICE B6"]);
    expect(found([...names, { question: "B2", missing: "NOT_ANSWERED" }])).toEqual([
      "FORM ANSWERED_TWICE B2",
    ]);
  });

  it("tell every problem of a form at once", () => {
    const answers = fullAnswers({
      B4: null,
      B5a: { number: -1 },
      C4: { choices: ["TACTICAL", "X"] },
      D: { text: words(200) },
    });
    expect(found(answers)).toEqual([
      "FORM UNKNOWN_CHOICE C4",
      "V05 TOO_SMALL B5a",
      "V06 TOO_MANY_WORDS D",
      "V18 REQUIRED B4",
    ]);
  });

  it.each<[string, Partial<PushContext>, string[]]>([
    ["another's establishment", { establishment: "icm" }, ["V01 NOT_YOUR_ESTABLISHMENT establishment"]],
    ["an establishment that is not expected", { expectedOffices: [] }, ["V01 NOT_EXPECTED establishment"]],
    ["an office unsaid among two", { expectedOffices: ["a", "b"] }, ["V01 OFFICE_NEEDED office"]],
    ["an office that is not one of them", { office: "c" }, ["V01 UNKNOWN_OFFICE office"]],
    ["a notice that was not accepted", { noticeVersion: null }, ["V18 NOTICE_NOT_ACCEPTED noticeVersion"]],
    ["a correction without reason", { hasApprovedRevision: true, reason: " " }, ["V24 REASON_NEEDED reason"]],
    ["a stale start", { baseRevision: 1, currentRevision: 2 }, ["V25 STALE_REVISION baseRevision"]],
    ["a first push that comes second", { currentRevision: 1 }, ["V25 STALE_REVISION baseRevision"]],
  ])("object to %s", (_title, push, expected) => {
    expect(found(fullAnswers(), push)).toEqual(expected);
  });

  it.each<[string, Partial<PushContext>]>([
    ["a draft or a dry run without notice", { mode: "DRAFT", noticeVersion: null }],
    ["an office that is said and expected", { office: "b", expectedOffices: ["a", "b"] }],
    ["a correction with its reason", { hasApprovedRevision: true, reason: "Un oubli." }],
    ["a start from the current revision", { baseRevision: 2, currentRevision: 2 }],
  ])("let %s pass", (_title, push) => {
    expect(found(fullAnswers(), push)).toEqual([]);
  });

  it("speak French and English, and say where: the row and the column of the file", () => {
    const answers = fullAnswers({ B5a: { number: -1 } });
    const index = answers.findIndex(({ question }) => question === "B5a");
    expect(issuesOf(rules, answers, form2025, context)).toEqual([
      {
        rule: "V05",
        severity: "E",
        code: "TOO_SMALL",
        path: `answers[${index}].number`,
        row: index + 1,
        column: "value",
        question: "B5a",
        messages: { fr: "B5a ne peut pas être plus petit que 0.", en: "B5a cannot be smaller than 0." },
        observed: "-1",
        expected: "≥ 0",
        relatedPaths: [],
      },
    ]);
  });

  it("count words, not characters: punctuation that stands alone is no word", () => {
    expect(countWords("L'équipe : deux personnes — et un chef !")).toBe(6);
    expect(countWords("  ")).toBe(0);
  });
});
