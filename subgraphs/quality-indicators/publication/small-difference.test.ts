import { describe, expect, it } from "@jest/globals";
import { campaignFrame } from "../../../seeds/demo/campaign-frame.js";
import { syntheticSubmissions2025 } from "../../../seeds/demo/answers-2025-2026.js";
import { readReference } from "../../../seeds/planting.js";
import { emptyRegisters } from "../computation/registers.js";
import type { Answer } from "../submission/answer.js";
import { computePublication } from "./compute-publication.js";
import type { ApprovedAnswers, EarlierVintage, PublicationInput } from "./publication-input.js";

const code = "2025-2026";
const real: ApprovedAnswers[] = syntheticSubmissions2025().map(({ office, responses }) => ({
  office,
  responses: responses as Answer[][],
  synthetic: false,
}));
const indicators = readReference<PublicationInput["indicators"]>("indicators.json");
const magnitudes = ["IQP-05", "IQP-06", "IQP-07", "IQP-08", "IQP-09"];
const shown = (submissions: readonly ApprovedAnswers[], those = magnitudes): EarlierVintage => ({
  measures: indicators.filter(({ code }) => those.includes(code)).flatMap(({ measures }) => measures),
  submissions,
});
/** What a publication says of the five magnitudes. */
function magnitudesOf(
  submissions: readonly ApprovedAnswers[],
  ...earlier: EarlierVintage[]
): Record<string, string> {
  const rows = computePublication({
    campaign: readReference<PublicationInput["campaign"][]>("campaigns.json").find(
      (campaign) => campaign.code === code,
    )!,
    questions: readReference<(Pick<PublicationInput, "questions"> & { code: string })[]>(
      "instruments.json",
    ).find((instrument) => instrument.code === code)!.questions,
    indicators,
    frame: campaignFrame(code),
    submissions,
    contradictions: [],
    earlier,
    closesAt: null,
    registers: emptyRegisters,
    publishedOn: "2026-05-04",
  }).filter(({ indicator, level }) => level === "PROVINCE" && magnitudes.includes(indicator));
  for (const { status, value, low, high, numerator, denominator } of rows)
    if (status !== "OBSERVED")
      expect([value, low, high, numerator, denominator]).toEqual(Array(5).fill(null));
  return Object.fromEntries(rows.map(({ indicator, status, reason }) => [indicator, reason ?? status]));
}
const all = (outcome: string, of = magnitudes) =>
  Object.fromEntries(of.map((indicator) => [indicator, outcome]));
/** The answers in which the first offices answer a question otherwise; null takes their answer away. */
const changed = (
  count: number,
  question: string,
  change: (answer: Answer) => Answer | null,
  from: readonly ApprovedAnswers[] = real,
): ApprovedAnswers[] =>
  from.map((submission, index) => ({
    ...submission,
    responses: submission.responses.map((response) =>
      response.flatMap((answer) =>
        index < count && answer.question === question ? (change(answer) ?? []) : answer,
      ),
    ),
  }));
const more = (answer: Answer): Answer => ({ ...answer, number: (answer.number ?? 0) + 1 });
const withheld = "DIFFERENCE_TOO_SMALL";

describe("a magnitude of real answers", () => {
  it("is shown in a first vintage, and in a next one in which no office changed it", () => {
    expect(magnitudesOf(real)).toEqual(all("OBSERVED"));
    expect(magnitudesOf(real, shown(real))).toEqual(all("OBSERVED"));
    const commented = changed(1, "B7", (answer) => ({ ...answer, comment: "Vérifié." }));
    expect(magnitudesOf(commented, shown(real))).toEqual(all("OBSERVED"));
  });

  it.each([1, 4])(
    "is withheld when %i offices changed an answer to its questions, and no other is",
    (count) => {
      expect(magnitudesOf(changed(count, "B7", more), shown(real))).toEqual({
        ...all("OBSERVED"),
        ...all(withheld, ["IQP-06", "IQP-07", "IQP-09"]),
      });
      expect(magnitudesOf(changed(count, "B5b", more), shown(real))).toEqual({
        ...all("OBSERVED"),
        ...all(withheld, ["IQP-08", "IQP-09"]),
      });
    },
  );

  it("is shown again when five offices changed", () => {
    expect(magnitudesOf(changed(5, "B7", more), shown(real))).toEqual(all("OBSERVED"));
  });

  it("is withheld when one office came or went, and shown when five did", () => {
    expect(magnitudesOf(real, shown(real.slice(1)))).toEqual(all(withheld));
    expect(magnitudesOf(real.slice(1), shown(real))).toEqual(all(withheld));
    expect(magnitudesOf(real, shown(real.slice(5)))).toEqual(all("OBSERVED"));
  });

  it("is compared with the vintages that showed it, not with those that withheld it", () => {
    const one = changed(1, "B7", more);
    const five = changed(5, "B7", more);
    const others = ["IQP-05", "IQP-08"];
    expect(magnitudesOf(five, shown(real), shown(one, others))).toEqual(all("OBSERVED"));
    expect(magnitudesOf(one, shown(real, others))).toEqual(all("OBSERVED"));
  });

  it("is compared with every vintage that showed it, not with the last one only", () => {
    const five = changed(5, "B7", more);
    const backButOne = changed(1, "B7", more);
    expect(magnitudesOf(backButOne, shown(real), shown(five))["IQP-06"]).toBe(withheld);
  });

  it("is withheld as a ratio when it leaves out so few offices that a sum beside it would tell theirs", () => {
    const without = (count: number) => changed(count, "B7", () => null);
    expect(magnitudesOf(without(2))).toEqual({ ...all("OBSERVED"), "IQP-07": withheld });
    expect(magnitudesOf(without(5))).toEqual(all("OBSERVED"));
  });
});

describe("a magnitude of synthetic answers", () => {
  const synthetic = real.map((submission) => ({ ...submission, synthetic: true }));

  it("is shown whatever changed", () => {
    expect(magnitudesOf(changed(1, "B7", more, synthetic), shown(synthetic))).toEqual(all("OBSERVED"));
  });

  it("is withheld as soon as one of the few changed answers is real", () => {
    const [first, ...others] = changed(1, "B7", more, synthetic);
    const mixed = [{ ...first!, synthetic: false }, ...others];
    expect(magnitudesOf(mixed, shown(synthetic))["IQP-06"]).toBe(withheld);
  });
});
