import { describe, expect, it } from "vitest";
import { completePolicy, disclosurePolicy as policy } from "./disclosure-policy.js";
import { isRateHidden, isSmallGroup, judgeCount, judgeMagnitude, judgeShare } from "./primary-rules.js";

describe("a count of persons", () => {
  it.each([
    ["a zero is shown", { value: 0 }, null],
    ["a single person is hidden", { value: 1 }, { rule: "SMALL_COUNT", width: 5 }],
    ["the last count below the threshold is hidden", { value: 4 }, { rule: "SMALL_COUNT", width: 5 }],
    ["the threshold is shown", { value: 5 }, null],
    [
      "a zero of a sensitive indicator is hidden",
      { value: 0, isSensitive: true },
      { rule: "SENSITIVE_ZERO", width: 11 },
    ],
    [
      "ten of a sensitive indicator are hidden",
      { value: 10, isSensitive: true },
      { rule: "SMALL_COUNT", width: 11 },
    ],
    ["eleven of a sensitive indicator are shown", { value: 11, isSensitive: true }, null],
    ["a small total is hidden too", { value: 3, isTotal: true }, { rule: "SMALL_COUNT", width: 5 }],
  ])("%s", (_title, count, found) => {
    expect(judgeCount(count, policy)).toEqual(found);
  });

  it("is shown as a total where totals are exempt", () => {
    expect(judgeCount({ value: 3, isTotal: true }, completePolicy({ totalsExempt: true }))).toBeNull();
  });
});

describe("a share of persons", () => {
  it("hides the few who have the property and the few who have it not alike", () => {
    const few = { rule: "SMALL_COUNT", width: 5 };
    expect(judgeShare({ numerator: 3, denominator: 20 }, policy)).toEqual({
      numerator: few,
      complement: null,
      denominator: null,
    });
    expect(judgeShare({ numerator: 19, denominator: 20 }, policy)).toEqual({
      numerator: null,
      complement: few,
      denominator: null,
    });
  });

  it("hides 0 % and 100 % of a small group, and shows them of a large one", () => {
    expect(judgeShare({ numerator: 0, denominator: 4 }, policy).numerator?.rule).toBe("EXTREME_SHARE");
    expect(judgeShare({ numerator: 4, denominator: 4 }, policy).complement?.rule).toBe("EXTREME_SHARE");
    expect(judgeShare({ numerator: 10, denominator: 10, isSensitive: true }, policy).complement?.rule).toBe(
      "EXTREME_SHARE",
    );
    expect(judgeShare({ numerator: 0, denominator: 5 }, policy).numerator).toBeNull();
    expect(judgeShare({ numerator: 0, denominator: 0 }, policy).numerator).toBeNull();
  });

  it("has no rate where its numerator or its denominator is hidden", () => {
    expect([isRateHidden(true, false), isRateHidden(false, true), isRateHidden(false, false)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("a magnitude", () => {
  it("is hidden when the second contributor can guess the first one within 15 %", () => {
    // 100 − 80 − 15 = 5 < 12: 7 are lacking, above and below.
    expect(judgeMagnitude({ value: 100, contributors: [15, 80, 5] }, policy)).toEqual({
      rule: "DOMINANCE",
      width: 14,
    });
    expect(judgeMagnitude({ value: 100, contributors: [68, 20] }, policy)).toBeNull();
  });

  it("is shown when exactly p % are left over", () => {
    expect(judgeMagnitude({ value: 115, contributors: [100] }, policy)).toBeNull();
  });

  it("is hidden whatever it is of a single contributor", () => {
    expect(judgeMagnitude({ value: 40, contributors: [40] }, policy)).toEqual({
      rule: "DOMINANCE",
      width: 12,
    });
  });
});

it("shows what a group answered from five answering offices on", () => {
  expect([isSmallGroup(4, policy), isSmallGroup(5, policy)]).toEqual([true, false]);
});

describe("a policy that says some of the numbers", () => {
  it("asks for intervals as wide as its threshold", () => {
    expect(completePolicy({ threshold: 12 })).toEqual({
      ...policy,
      threshold: 12,
      sensitiveThreshold: 12,
      width: 12,
    });
  });

  it("does not ask for more than shown totals leave where totals are exempt", () => {
    expect(completePolicy({ threshold: 20, totalsExempt: true }).width).toBe(5);
    expect(completePolicy({ threshold: 20, totalsExempt: true, width: 20 }).width).toBe(20);
  });
});
