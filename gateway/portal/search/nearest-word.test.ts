import { describe, expect, it } from "vitest";
import { nearestWord, slipsBetween } from "./nearest-word.js";

describe("a mistyped word", () => {
  it.each([
    ["budjet", "budget", 1],
    ["budgte", "budget", 1],
    ["etablisement", "etablissement", 1],
    ["formasion", "formation", 1],
    ["", "abc", 3],
    ["comite", "comite", 0],
  ])("is told from the right one by the letters that differ: « %s », « %s », %i", (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
    expect(slipsBetween(other, one)).toBe(slips);
  });

  it("is read as the nearest known word that begins alike", () => {
    const known = ["dependance", "budget", "budgets", "bureau"];
    expect(nearestWord("budjet", known)).toBe("budget");
    expect(nearestWord("tendance", known)).toBeNull();
  });

  it("is left as it is when it is short, holds a digit, or is like nothing known", () => {
    expect(nearestWord("chus", ["chum"])).toBeNull();
    expect(nearestWord("iqp06a", ["iqp05a"])).toBeNull();
    expect(nearestWord("intelligence", ["budget", "indigence"])).toBeNull();
  });
});
