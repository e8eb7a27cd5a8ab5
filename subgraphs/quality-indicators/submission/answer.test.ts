import { describe, expect, it } from "vitest";
import { valueInWords } from "./answer.js";
import { differenceOf } from "./push-difference.js";

describe("the value of an answer in words", () => {
  it("is nothing for an answer that only carries a comment", () => {
    expect(valueInWords([{ question: "B6", comment: "À venir." }])).toBeNull();
    expect(valueInWords([{ question: "B6", number: 0 }])).toBe("0");
    expect(valueInWords([{ question: "B1", choices: [] }])).toBe("");
  });

  it("is told in a conflict as no value against the current one", () => {
    const submittedAt = new Date("2026-05-04T14:00:00Z");
    const current = [{ revision: 1, submittedAt, answers: [{ question: "B6", number: 40 }] }];
    expect(differenceOf([{ question: "B6", comment: "À venir." }], current)).toEqual([
      { question: "B6", yours: null, current: "40", changedAt: submittedAt.toISOString() },
    ]);
  });
});
