import { describe, expect, it } from "vitest";
import type { Answer } from "../answer.js";
import { found } from "../testing/a-context.js";
import { fullAnswers } from "../testing/a-push.js";

const numbers = (of: Record<string, number>): Record<string, Partial<Answer>> =>
  Object.fromEntries(Object.entries(of).map(([question, number]) => [question, { number }]));

const byDegree = { "G1.INFORMATION": 1, "G1.CONSULTATION": 2, "G1.COLLABORATION": 3, "G1.PARTNERSHIP": 4 };
const byLeader = { "G2.PROFESSIONAL_LED": 5, "G2.PATIENT_LED": 2, "G2.CO_LED": 3 };

describe("the sums that the form compares", () => {
  it.each<[string, Record<string, Partial<Answer> | null>]>([
    ["as many projects by degree as by leadership", numbers({ ...byDegree, ...byLeader })],
    ["degrees without leaderships: the module is optional", numbers(byDegree)],
    [
      "a leadership that nobody counted: the sum is not known",
      { ...numbers({ ...byDegree, ...byLeader }), "G2.CO_LED": { missing: "DOES_NOT_KNOW" } },
    ],
    ["ages that sum to the pool", numbers({ "G4.ageBand.A18_34": 20, "G4.ageBand.A65_PLUS": 40 })],
    [
      "ages beside a pool that nobody counted",
      { ...numbers({ "G4.ageBand.A18_34": 61 }), B6: { missing: "DOES_NOT_KNOW" } },
    ],
    [
      "ages, genders and languages that sum to the pool each",
      numbers({ "G4.ageBand.A18_34": 60, "G4.gender.WOMAN": 60, "G4.firstLanguage.FR": 60 }),
    ],
  ])("let %s pass", (_title, changes) => {
    expect(found(fullAnswers(changes))).toEqual([]);
  });

  it.each<[string, Record<string, Partial<Answer> | null>, string[]]>([
    [
      "one project more by degree than by leadership",
      numbers({ ...byDegree, ...byLeader, "G1.PARTNERSHIP": 5 }),
      ["FORM TOTALS_DIFFER G1.INFORMATION"],
    ],
    [
      "one project fewer by degree than by leadership",
      numbers({ ...byDegree, ...byLeader, "G2.CO_LED": 4 }),
      ["FORM TOTALS_DIFFER G1.INFORMATION"],
    ],
    [
      "one person more than the pool among the ages given",
      numbers({ "G4.ageBand.A18_34": 21, "G4.ageBand.A65_PLUS": 40 }),
      ["FORM TOTAL_TOO_LARGE G4.ageBand.A18_34"],
    ],
    [
      "one person more than the pool among the genders",
      numbers({ "G4.gender.WOMAN": 61 }),
      ["FORM TOTAL_TOO_LARGE G4.gender.WOMAN"],
    ],
    [
      "one person more than the pool among the first languages",
      numbers({ "G4.firstLanguage.INDIGENOUS": 61 }),
      ["FORM TOTAL_TOO_LARGE G4.firstLanguage.INDIGENOUS"],
    ],
    [
      "a negative number of people, which V05 alone tells",
      numbers({ "G4.gender.WOMAN": -1, "G4.gender.MAN": 60 }),
      ["V05 TOO_SMALL G4.gender.WOMAN"],
    ],
  ])("object to %s", (_title, changes, expected) => {
    expect(found(fullAnswers(changes))).toEqual(expected);
  });
});
