import { describe, expect, it } from "vitest";
import type { Filter } from "../computation/filter.js";
import type { Measure } from "../computation/measure.js";
import { computePublication } from "./compute-publication.js";
import type { PublicationInput } from "./publication-input.js";
import { aPublication, asEarlier, numberOf, realAnswers as real } from "./testing/a-publication.js";

const of = (measures: readonly Measure[], changes: Partial<PublicationInput> = {}): PublicationInput =>
  aPublication({
    indicators: measures.map((measure, index) => ({
      code: `IQP-${100 + index}`,
      version: 1,
      unit: "PROJECTS",
      basis: "PROJECTS",
      askedIn: ["2025-2026"],
      levels: ["PROVINCE"],
      measures: [measure],
    })),
    ...changes,
  });
/** What a publication says of each measure. */
const outcomesOf = async (
  measures: readonly Measure[],
  changes: Partial<PublicationInput> = {},
): Promise<string[]> =>
  (await computePublication(of(measures, changes))).map(({ status, reason }) => reason ?? status);

/** A condition that leaves out so many offices: those with the fewest full-time equivalents. */
const leavingOut = (count: number): { question: string; atLeast: number } => {
  const numbers = real.map((answers) => numberOf(answers, "B5b")).sort((left, right) => left - right);
  const atLeast = numbers.find((number, index) => index >= count && numbers[index - 1] !== number)!;
  return { question: "B5b", atLeast };
};
const leftOut = ({ atLeast }: { atLeast: number }): number =>
  real.filter((answers) => numberOf(answers, "B5b") < atLeast).length;
const [few, many] = [leavingOut(1), leavingOut(5)];
const withheld = "DIFFERENCE_TOO_SMALL";

describe("a filtered figure of real answers", () => {
  it("is set up with filters that leave out fewer than five offices, and more", () => {
    expect([leftOut(few) > 0 && leftOut(few) < 5, leftOut(many) >= 5]).toEqual([true, true]);
  });

  it.each<[string, (where?: Filter) => Measure]>([
    ["a sum", (where) => ({ kind: "SUM", question: "B5a", ...(where ? { where } : {}) })],
    ["a mean", (where) => ({ kind: "MEAN", question: "B5a", ...(where ? { where } : {}) })],
    ["a distribution", (where) => ({ kind: "DISTRIBUTION", question: "B5a", ...(where ? { where } : {}) })],
    ["a count", (where) => ({ kind: "COUNT", ...(where ? { where } : {}) })],
    [
      "a rate",
      (where) => ({
        kind: "RATE",
        numerator: { question: "B5b" },
        denominator: { question: "B5a" },
        scale: 10,
        ...(where ? { where } : {}),
      }),
    ],
    [
      "a share",
      (where) => ({ kind: "SHARE", of: { question: "C4", choice: "CLINICAL" }, ...(where ? { where } : {}) }),
    ],
    [
      "the shares by choice",
      (where) => ({ kind: "SHARE_BY_CHOICE", question: "C4", ...(where ? { where } : {}) }),
    ],
  ])(
    "is withheld when %s leaves out so few offices that the one of all would tell theirs",
    async (_what, measure) => {
      const [all, filtered] = [measure(), measure(few)];
      const size = (await outcomesOf([all])).length;
      for (const pair of [
        [all, filtered],
        [filtered, all],
      ]) {
        const outcomes = await outcomesOf(pair);
        expect(outcomes.slice(0, size)).toEqual(Array(size).fill(outcomes[0]));
        expect(outcomes.slice(size).every((outcome) => outcome !== "OBSERVED")).toBe(true);
      }
      expect(new Set(await outcomesOf([all, measure(many)]))).toEqual(new Set(["OBSERVED"]));
    },
  );

  it("is withheld as a mean beside a sum of the same numbers", async () => {
    const sum: Measure = { kind: "SUM", question: "B5a" };
    expect(await outcomesOf([sum, { kind: "MEAN", question: "B5a", where: few }])).toEqual([
      "OBSERVED",
      withheld,
    ]);
  });

  it("is withheld when adding and subtracting several others leaves fewer than five offices", async () => {
    const numbers = real.map((answers) => numberOf(answers, "B5b")).sort((left, right) => left - right);
    const alone = numbers.find(
      (number, index) =>
        index >= 6 && index < numbers.length - 6 && numbers.filter((other) => other === number).length < 5,
    )!;
    const sumOf = (where: Filter | null): Measure => ({ kind: "SUM", question: "B5a", where });
    const parts = [
      sumOf(null),
      sumOf({ question: "B5b", below: alone }),
      sumOf({ question: "B5b", atLeast: alone + 0.0001 }),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ])
      expect(await outcomesOf(order.map((index) => parts[index]!))).toEqual([
        "OBSERVED",
        "OBSERVED",
        withheld,
      ]);
    expect(await outcomesOf(parts.slice(0, 2))).toEqual(["OBSERVED", "OBSERVED"]);
  });

  it("is withheld as a share however the same condition is worded, and beside the shares by choice", async () => {
    const condition: Filter = { question: "C4", choice: "CLINICAL" };
    for (const worded of [condition, { all: [condition] }, { not: { not: condition } }] as Filter[])
      expect(
        await outcomesOf([
          { kind: "SHARE", of: condition },
          { kind: "SHARE", of: worded, where: few },
        ]),
      ).toEqual(["OBSERVED", withheld]);
    const byChoice = await outcomesOf([
      { kind: "SHARE_BY_CHOICE", question: "C4" },
      { kind: "SHARE", of: condition, where: few },
    ]);
    expect([byChoice[0], byChoice.at(-1)]).toEqual(["OBSERVED", withheld]);
  });

  it("is withheld when shares about several questions tell, added up, of so few offices", async () => {
    const [clinical, strategic]: Filter[] = [
      { question: "C4", choice: "CLINICAL" },
      { question: "C4", choice: "STRATEGIC" },
    ];
    const share = (condition: Filter, where: Filter | null): Measure => ({
      kind: "SHARE",
      of: condition,
      where,
    });
    // One or the other, and both, make the one and the other: the fourth of a smaller base is then known.
    const outcomes = await outcomesOf([
      share({ any: [clinical!, strategic!] }, null),
      share({ all: [clinical!, strategic!] }, null),
      share(clinical!, null),
      share(strategic!, few),
    ]);
    expect(outcomes).toEqual(["OBSERVED", "OBSERVED", "OBSERVED", withheld]);
  });

  it("is withheld when what each office weighs in it is published beside its name: the sum would tell which are in it", async () => {
    const where: Filter = { question: "C6", choice: "YES" };
    expect(await outcomesOf([{ kind: "SUM", question: "B6", units: "OFFICES", where }])).toEqual([
      "PROTECTED",
    ]);
    expect(await outcomesOf([{ kind: "SUM", question: "B6", units: "OFFICES" }])).toEqual(["OBSERVED"]);
  });

  it("is withheld when two totals that must be the same leave out one office", async () => {
    const totals = ["G1.INFORMATION", "G1.CONSULTATION", "G1.COLLABORATION", "G1.PARTNERSHIP"];
    const leaders = ["G2.PROFESSIONAL_LED", "G2.PATIENT_LED", "G2.CO_LED"];
    const composition = (questions: readonly string[]): Measure => ({
      kind: "COMPOSITION",
      parts: questions.map((question) => ({ category: question, question })),
    });
    const gave = real.filter(({ responses }) =>
      totals.every((question) =>
        responses.flat().some((answer) => answer.question === question && typeof answer.number === "number"),
      ),
    );
    const withoutOne = real.map((answers) =>
      answers.office !== gave[0]!.office
        ? answers
        : {
            ...answers,
            responses: answers.responses.map((response) =>
              response.filter(({ question }) => question !== "G2.CO_LED"),
            ),
          },
    );
    const measures = [composition(totals), composition(leaders)];
    const outcomes = await outcomesOf(measures, { submissions: withoutOne });
    expect(new Set(outcomes.slice(0, totals.length))).toEqual(new Set(["OBSERVED"]));
    expect(outcomes.slice(totals.length)).not.toContain("OBSERVED");
  });

  it("is one of a region or of peers like any other group: shown where at least five offices are in it and out of it", async () => {
    const sum = (where: Filter): Measure => ({ kind: "SUM", question: "B5a", where });
    expect(await outcomesOf([sum({ region: "RSS-01" })])).not.toContain("OBSERVED");
    const all: Measure = { kind: "SUM", question: "B5a" };
    expect(await outcomesOf([all, sum({ not: { region: "RSS-01" } })])).toEqual(["OBSERVED", withheld]);
    expect(await outcomesOf([all, sum({ peerGroup: "CISSS" })])).toEqual(["OBSERVED", "OBSERVED"]);
  });

  it("is compared with what earlier vintages told by the definition of then, not by today's", async () => {
    const [all, filtered]: Measure[] = [
      { kind: "SUM", question: "B5a" },
      { kind: "SUM", question: "B5a", where: few },
    ];
    const told = async (measure: Measure) => {
      const input = of([measure]);
      return { earlier: [asEarlier(input, await computePublication(input))] };
    };
    expect(await outcomesOf([filtered!], await told(all!))).toEqual([withheld]);
    expect(await outcomesOf([filtered!], await told(filtered!))).toEqual(["OBSERVED"]);
  });
});
