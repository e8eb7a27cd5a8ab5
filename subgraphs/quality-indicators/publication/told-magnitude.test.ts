import { describe, expect, it } from "@jest/globals";
import { campaignFrame } from "../../../seeds/demo/campaign-frame.js";
import { syntheticSubmissions2025 } from "../../../seeds/demo/answers-2025-2026.js";
import { readReference } from "../../../seeds/planting.js";
import type { Filter } from "../computation/filter.js";
import type { Measure } from "../computation/measure.js";
import { emptyRegisters } from "../computation/registers.js";
import type { Answer } from "../submission/answer.js";
import { computePublication } from "./compute-publication.js";
import type { ApprovedAnswers, PublicationInput } from "./publication-input.js";

const code = "2025-2026";
const real: ApprovedAnswers[] = syntheticSubmissions2025().map(({ office, responses }) => ({
  office,
  responses: responses as Answer[][],
  synthetic: false,
}));
const frame = campaignFrame(code);
const questions = readReference<(Pick<PublicationInput, "questions"> & { code: string })[]>(
  "instruments.json",
).find((instrument) => instrument.code === code)!.questions;
const campaign = readReference<PublicationInput["campaign"][]>("campaigns.json").find(
  (known) => known.code === code,
)!;

/** What a publication of real answers says of each measure, told one after the other. */
const outcomesOf = (measures: readonly Measure[], changes: Partial<PublicationInput> = {}): string[] =>
  computePublication({
    campaign,
    questions,
    frame,
    submissions: real,
    indicators: measures.map((measure, index) => ({
      code: `IQP-${100 + index}`,
      version: 1,
      unit: "PROJECTS",
      basis: "PROJECTS",
      askedIn: [code],
      levels: ["PROVINCE"],
      measures: [measure],
    })),
    contradictions: [],
    earlier: [],
    closesAt: null,
    registers: emptyRegisters,
    publishedOn: "2026-05-04",
    ...changes,
  }).map(({ status, reason }) => reason ?? status);

/** The number of active partners that leaves out so many offices: those with the fewest. */
const leavingOut = (count: number): Filter => {
  const numbers = real
    .map(({ responses }) => responses.flat().find(({ question }) => question === "B7")?.number ?? 0)
    .sort((left, right) => left - right);
  const distinct = numbers.find((number, index) => index >= count && numbers[index - 1] !== number)!;
  return { question: "B7", atLeast: distinct };
};
const leftOut = (where: Filter): number =>
  real.filter(
    ({ responses }) =>
      (responses.flat().find(({ question }) => question === "B7")?.number ?? 0) <
      (where as { atLeast: number }).atLeast,
  ).length;
const few = leavingOut(1);
const many = leavingOut(5);
const withheld = "DIFFERENCE_TOO_SMALL";

describe("a filtered figure of real answers", () => {
  it("is set up with filters that leave out fewer than five offices, and more", () => {
    expect([leftOut(few) > 0 && leftOut(few) < 5, leftOut(many) >= 5]).toEqual([true, true]);
  });

  it.each<[string, (where?: Filter) => Measure]>([
    ["a sum", (where) => ({ kind: "SUM", question: "B6", units: "OFFICES", ...(where ? { where } : {}) })],
    ["a mean", (where) => ({ kind: "MEAN", question: "B6", ...(where ? { where } : {}) })],
    ["a distribution", (where) => ({ kind: "DISTRIBUTION", question: "B5b", ...(where ? { where } : {}) })],
    ["a count", (where) => ({ kind: "COUNT", ...(where ? { where } : {}) })],
    [
      "a rate",
      (where) => ({
        kind: "RATE",
        numerator: { question: "B5b" },
        denominator: { question: "B6" },
        scale: 10,
        ...(where ? { where } : {}),
      }),
    ],
    [
      "a composition",
      (where) => ({
        kind: "COMPOSITION",
        parts: [
          { category: "A", question: "B6" },
          { category: "B", question: "B5a" },
        ],
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
    (_what, measure) => {
      const [all, filtered] = [measure(), measure(few)];
      const size = outcomesOf([all]).length;
      for (const pair of [
        [all, filtered],
        [filtered, all],
      ])
        expect(outcomesOf(pair)).toEqual([...Array(size).fill("OBSERVED"), ...Array(size).fill(withheld)]);
      expect(new Set(outcomesOf([all, measure(many)]))).toEqual(new Set(["OBSERVED"]));
    },
  );

  it("is withheld as a mean beside a sum of the same numbers", () => {
    const sum: Measure = { kind: "SUM", question: "B6", units: "OFFICES" };
    expect(outcomesOf([sum, { kind: "MEAN", question: "B6", where: few }])).toEqual(["OBSERVED", withheld]);
  });

  it("is withheld when adding and subtracting several others leaves the number of fewer than five offices", () => {
    const numbers = real
      .map(({ responses }) => responses.flat().find(({ question }) => question === "B7")?.number ?? 0)
      .sort((left, right) => left - right);
    const alone = numbers.find(
      (number, index) =>
        index >= 6 && index < numbers.length - 6 && numbers.filter((other) => other === number).length < 5,
    )!;
    const sumOf = (where: Filter | null): Measure => ({
      kind: "SUM",
      question: "B6",
      units: "OFFICES",
      where,
    });
    const parts = [
      sumOf(null),
      sumOf({ question: "B7", below: alone }),
      sumOf({ question: "B7", atLeast: alone + 1 }),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ])
      expect(outcomesOf(order.map((index) => parts[index]!))).toEqual(["OBSERVED", "OBSERVED", withheld]);
    expect(outcomesOf(parts.slice(0, 2))).toEqual(["OBSERVED", "OBSERVED"]);
  });

  it("is withheld as a share however the same condition is worded, and beside the shares by choice", () => {
    const of: Filter = { question: "C4", choice: "CLINICAL" };
    for (const worded of [of, { all: [of] }, { not: { not: of } }] as Filter[])
      expect(
        outcomesOf([
          { kind: "SHARE", of },
          { kind: "SHARE", of: worded, where: few },
        ]),
      ).toEqual(["OBSERVED", withheld]);
    const byChoice = outcomesOf([
      { kind: "SHARE_BY_CHOICE", question: "C4" },
      { kind: "SHARE", of, where: few },
    ]);
    expect([byChoice[0], byChoice.at(-1)]).toEqual(["OBSERVED", withheld]);
  });

  it("is withheld as long as nothing protects it jointly, when it singles out a region or peers", () => {
    for (const where of [
      { region: "RSS-06" },
      { not: { peerGroup: "CISSS" } },
      { any: [{ question: "B6", atLeast: 0 }, { all: [{ region: "RSS-01" }] }] },
    ] as Filter[]) {
      const outcomes = outcomesOf([{ kind: "SUM", question: "B6", where }]);
      expect(["NOT_YET_PROTECTED", "SMALL_GROUP"]).toContain(outcomes[0]);
    }
    const synthetic = real.map((submission) => ({ ...submission, synthetic: true }));
    expect(
      outcomesOf([{ kind: "SUM", question: "B6", where: { not: { peerGroup: "CISSS" } } }], {
        submissions: synthetic,
      }),
    ).toEqual(["OBSERVED"]);
  });

  it("is compared with what earlier vintages told by the definition of then, not by today's", () => {
    const [all, filtered]: Measure[] = [
      { kind: "SUM", question: "B6", units: "OFFICES" },
      { kind: "SUM", question: "B6", units: "OFFICES", where: few },
    ];
    const earlier = [{ measures: [all!], submissions: real }];
    expect(outcomesOf([filtered!], { earlier })).toEqual([withheld]);
    expect(outcomesOf([filtered!], { earlier: [{ measures: [filtered!], submissions: real }] })).toEqual([
      "OBSERVED",
    ]);
  });

  it("stays withheld in the next vintage beside the figure of its indicator that was shown", () => {
    const all: Measure = { kind: "SUM", question: "B6", units: "OFFICES" };
    const filtered: Measure = { ...all, category: "FEW", where: few };
    const measures = [all, filtered];
    const figures = [{ category: null, basis: "PROJECTS" }];
    const earlier = [{ measures, shown: measures.map(() => figures), submissions: real }];
    expect(outcomesOf(measures, { earlier })).toEqual(["OBSERVED", withheld]);
    expect(outcomesOf([filtered], { earlier })).toEqual([withheld]);
  });
});
