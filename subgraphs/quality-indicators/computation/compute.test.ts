import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import type { Answer } from "../submission/answer.js";
import { type CampaignAnswers, type CampaignFacts, campaignAnswers } from "./campaign-answers.js";
import { compute } from "./compute.js";
import type { Measure } from "./measure.js";
import { emptyRegisters } from "./registers.js";
import { shareInPercent } from "./rounding.js";

const name = { fr: "", en: null, status: "SOURCE" };
const anOffice = (office: string, changes: Partial<ExpectedOffice> = {}): ExpectedOffice => ({
  campaign: "2024",
  office,
  establishment: office,
  region: "RSS-01",
  regionGroup: "EST",
  peerGroup: null,
  inUniverse32: true,
  inUniverse35: true,
  names: { establishment: name, region: name },
  ...changes,
});
const facts = (...offices: Answer[][][]): CampaignFacts => ({
  frame: ["a", "b", "c", "d"].map((office) => anOffice(office)),
  offices: offices.map((responses, index) => ({ office: "abcd"[index]!, responses })),
  base: "RESPONDENTS",
  closesAt: null,
  choicesOf: () => ["LT1", "GT5"],
  registers: emptyRegisters,
});
const answers = (...offices: Answer[][][]): CampaignAnswers => campaignAnswers(facts(...offices));
const n = (question: string, number: number): Answer => ({ question, number });
const c = (question: string, ...choices: string[]): Answer => ({ question, choices });
const missing = (question: string, code = "DOES_NOT_KNOW"): Answer => ({ question, missing: code });

describe("the computation of indicators", () => {
  it("sums the pool once an office, even when two of its people answered", () => {
    const two = answers([[n("B6", 10)], [n("B6", 10)]], [[n("B6", 7)]], [[missing("B6")]]);
    expect(compute({ kind: "SUM", question: "B6", units: "OFFICES" }, two)).toMatchObject([
      { value: 17, reason: null },
    ]);
  });

  it("sums nothing when nobody answered: a missing answer is no zero", () => {
    expect(
      compute({ kind: "SUM", question: "B6", units: "OFFICES" }, answers([[missing("B6")]])),
    ).toMatchObject([{ value: null, reason: "NO_ANSWER" }]);
    expect(compute({ kind: "SUM", question: "B6", units: "OFFICES" }, answers([[n("B6", 0)]]))).toMatchObject(
      [{ value: 0, reason: null }],
    );
  });

  it("counts respondents in 2024 and offices from 2025-2026, whoever did not answer included", () => {
    const some = answers([[c("B3", "GT5")], [c("B3", "GT5")]], [[c("B3", "LT1")]], [[missing("B3")]]);
    const share = { kind: "SHARE", of: { question: "B3", choice: "GT5" } } as const;
    expect(compute(share, some)).toMatchObject([
      { value: 50, numerator: 2, denominator: 4, basis: "RESPONDENTS" },
    ]);
    expect(compute(share, { ...some, base: "OFFICES" })).toMatchObject([
      { value: 33.3, numerator: 1, denominator: 3, basis: "OFFICES" },
    ]);
  });

  it("gives one share a choice of the form, and « Je ne sais pas » apart where somebody said so", () => {
    const byChoice = { kind: "SHARE_BY_CHOICE", question: "B3" } as const;
    const sure = answers([[c("B3", "GT5")]], [[missing("B3", "NOT_ANSWERED")]]);
    expect(compute(byChoice, sure).map(({ category, numerator }) => [category, numerator])).toEqual([
      ["LT1", 0],
      ["GT5", 1],
    ]);
    const unsure = answers([[c("B3", "GT5")]], [[missing("B3")]]);
    expect(compute(byChoice, unsure).at(-1)).toMatchObject({
      category: "DOES_NOT_KNOW",
      value: 50,
      numerator: 1,
      denominator: 2,
    });
  });

  it("finds the offices of exactly one person", () => {
    const some = answers([[n("B5a", 1)]], [[n("B5a", 1.5)]], [[n("B5a", 2)]]);
    expect(compute({ kind: "SHARE", of: { question: "B5a", atLeast: 1, below: 1.5 } }, some)).toMatchObject([
      { value: 33.3, numerator: 1, denominator: 3 },
    ]);
  });

  it("divides sums exactly, and says why it cannot", () => {
    const ratio = {
      kind: "RATE",
      numerator: { question: "B5b" },
      denominator: { question: "B7" },
      scale: 100,
    } as const;
    expect(
      compute(ratio, answers([[n("B5b", 0.1), n("B7", 2)]], [[n("B5b", 0.2), n("B7", 1)]])),
    ).toMatchObject([{ value: 10, numerator: 0.3, denominator: 3 }]);
    expect(compute(ratio, answers([[n("B5b", 1), n("B7", 0)]]))).toMatchObject([
      { value: null, numerator: null, reason: "DENOMINATOR_IS_ZERO" },
    ]);
    expect(compute(ratio, answers([[n("B5b", 1)]]))).toMatchObject([{ value: null, reason: "NO_ANSWER" }]);
  });

  it("divides sums over the offices that gave both numbers only", () => {
    const ratio = {
      kind: "RATE",
      numerator: { question: "B7" },
      denominator: { question: "B6" },
      scale: 100,
    } as const;
    const some = answers([[n("B6", 40), n("B7", 10)]], [[n("B6", 60)]], [[n("B7", 30), missing("B6")]]);
    expect(compute(ratio, some)).toMatchObject([{ value: 25, numerator: 10, denominator: 40 }]);
    expect(compute(ratio, answers([[n("B6", 60)]], [[n("B7", 30)]]))).toMatchObject([
      { value: null, reason: "NO_ANSWER", contributors: [] },
    ]);
  });

  it.each<[Measure, string[]]>([
    [{ kind: "SUM", question: "B6" }, ["a", "c"]],
    [{ kind: "RATE", numerator: { question: "B7" }, denominator: { question: "B6" }, scale: 100 }, ["a"]],
    [{ kind: "DISTRIBUTION", question: "B7" }, ["a", "b"]],
    [{ kind: "SHARE", of: { question: "B6", atLeast: 1, below: 2 } }, ["a", "c"]],
    [{ kind: "SHARE", of: { question: "B3", choice: "LT1" } }, ["a", "d"]],
    [{ kind: "COVERAGE", of: "HEALTH_REGIONS", universe: "35" }, ["a", "b", "c", "d"]],
    [{ kind: "COVERAGE", of: "OFFICES", universe: "35" }, ["a", "b", "c", "d"]],
  ])("names the offices that gave a usable value for %j", (measure, offices) => {
    const some = answers(
      [[n("B6", 2), n("B7", 1), c("B3", "GT5")], [n("B6", 2)]],
      [[missing("B6"), n("B7", 0), missing("B3")]],
      [[n("B6", 1), c("B3")]],
      [[c("B3", "LT1")]],
    );
    expect(compute(measure, some)[0]!.contributors).toEqual(offices);
  });

  it("counts who does not know beside who ticked a choice only where it is said apart", () => {
    const some = answers([[c("B3", "GT5")]], [[missing("B3")]], [[missing("B3", "NOT_ANSWERED")]]);
    const shares = compute({ kind: "SHARE_BY_CHOICE", question: "B3" }, some);
    expect(shares.map(({ category, contributors }) => [category, contributors])).toEqual([
      ["LT1", ["a"]],
      ["GT5", ["a"]],
      ["DOES_NOT_KNOW", ["a", "b"]],
    ]);
  });

  it("gives the range and the median, of an odd and of an even number of answers", () => {
    const range = { kind: "DISTRIBUTION", question: "B5b" } as const;
    expect(compute(range, answers([[n("B5b", 4)]], [[n("B5b", 0.4)]], [[n("B5b", 1)]]))).toMatchObject([
      { low: 0.4, high: 4, value: 1, denominator: 3 },
    ]);
    expect(compute(range, answers([[n("B5b", 4)]], [[n("B5b", 1)]]))).toMatchObject([
      { low: 1, high: 4, value: 2.5 },
    ]);
    expect(compute(range, answers())).toMatchObject([{ value: null, low: null, reason: "NO_ANSWER" }]);
  });

  it("counts establishments and regions represented among those expected", () => {
    const campaign = campaignAnswers({
      ...facts([[]], [[]]),
      frame: [
        anOffice("a"),
        anOffice("b", { establishment: "a" }),
        anOffice("c", { region: "RSS-02", inUniverse32: false }),
        anOffice("d", { region: "RSS-02" }),
      ],
    });
    expect(compute({ kind: "COVERAGE", of: "ESTABLISHMENTS", universe: "35" }, campaign)).toMatchObject([
      { numerator: 1, denominator: 3, value: 33.3 },
    ]);
    expect(compute({ kind: "COVERAGE", of: "ESTABLISHMENTS", universe: "32" }, campaign)).toMatchObject([
      { numerator: 1, denominator: 2, value: 50 },
    ]);
    expect(compute({ kind: "COVERAGE", of: "HEALTH_REGIONS", universe: "35" }, campaign)).toMatchObject([
      { numerator: 1, denominator: 2 },
    ]);
    expect(compute({ kind: "COVERAGE", of: "OFFICES", universe: "35" }, campaign)).toMatchObject([
      { numerator: 2, denominator: 4, value: 50 },
    ]);
  });

  it("rounds a share to one decimal, never further than half a tenth from the truth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 35 }), fc.nat(35), (denominator, part) => {
        const exact = (100 * Math.min(part, denominator)) / denominator;
        expect(
          Math.abs(shareInPercent(Math.min(part, denominator), denominator) - exact),
        ).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});
