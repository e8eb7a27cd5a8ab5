import { expect, it } from "vitest";
import { context } from "../testing/a-context.js";
import { form2025 } from "../testing/a-push.js";
import { formKnownQuestion } from "./form-known-question.js";
import { issuesOf } from "./rule.js";

const expectedFor = (question: string) =>
  issuesOf([formKnownQuestion], [{ question, number: 1 }], form2025, context).map(({ expected }) => expected);

it("tells the questions of the same part of the form, or all of them", () => {
  expect(expectedFor("b99")).toEqual([expect.stringMatching(/^B1, B1\.other, B2, B3, /)]);
  expect(expectedFor("Z1")).toEqual([expect.stringMatching(/^A2\.2, .*, B6, .*, G8/)]);
  expect(expectedFor("B6")).toEqual([]);
});
