import { campaignFrame } from "../../../../seeds/demo/campaign-frame.js";
import { syntheticSubmissions2025 } from "../../../../seeds/demo/answers-2025-2026.js";
import { readReference } from "../../../../seeds/planting.js";
import { emptyRegisters } from "../../computation/registers.js";
import type { Answer } from "../../submission/answer.js";
import type { ObservationToPublish } from "../observation-to-publish.js";
import type { ApprovedAnswers, EarlierVintage, PublicationInput } from "../publication-input.js";

const code = "2025-2026";
const found = <Kind extends { readonly code: string }>(file: string): Kind =>
  readReference<Kind[]>(file).find((known) => known.code === code)!;

/** The answers of the demonstration, declared real. */
export const realAnswers: readonly ApprovedAnswers[] = syntheticSubmissions2025().map(
  ({ office, responses }) => ({ office, responses: responses as Answer[][], synthetic: false }),
);

/** A publication of the campaign 2025-2026 with real answers. */
export const aPublication = (changes: Partial<PublicationInput> = {}): PublicationInput => ({
  campaign: found<PublicationInput["campaign"]>("campaigns.json"),
  questions: found<Pick<PublicationInput, "questions"> & { code: string }>("instruments.json").questions,
  sameTotals: [
    {
      questions: ["INFORMATION", "CONSULTATION", "COLLABORATION", "PARTNERSHIP"].map((part) => `G1.${part}`),
      other: ["PROFESSIONAL_LED", "PATIENT_LED", "CO_LED"].map((part) => `G2.${part}`),
    },
  ],
  indicators: readReference<PublicationInput["indicators"]>("indicators.json"),
  frame: campaignFrame(code),
  submissions: realAnswers,
  contradictions: [],
  earlier: [],
  closesAt: new Date("2026-06-30T04:00:00Z"),
  registers: emptyRegisters,
  publishedOn: "2026-05-04",
  ...changes,
});

/** A publication of some indicators only. */
export const ofIndicators = (codes: readonly string[], changes: Partial<PublicationInput> = {}) =>
  aPublication({
    indicators: aPublication().indicators.filter((indicator) => codes.includes(indicator.code)),
    ...changes,
  });

/** What a vintage said, as the next publication reads it. */
export function asEarlier(
  { indicators, submissions }: PublicationInput,
  rows: readonly ObservationToPublish[],
): EarlierVintage {
  return {
    vintage: "2025-2026.1",
    submissions,
    indicators: indicators.map(({ code: indicator, measures }) => ({
      indicator,
      measures,
      figures: rows
        .filter((row) => row.indicator === indicator)
        .filter(({ status, reason }) => status !== "SUPPRESSED" || reason === "PROTECTED")
        .map(({ level, area, category, basis, status }) => ({
          level,
          area,
          category,
          basis,
          isShown: status !== "SUPPRESSED",
        })),
    })),
  };
}

/** The answers in which the first offices answer a question otherwise; null takes their answer away. */
export const changed = (
  count: number,
  question: string,
  change: (answer: Answer) => Answer | null,
  from: readonly ApprovedAnswers[] = realAnswers,
): ApprovedAnswers[] =>
  from.map((submission, index) => ({
    ...submission,
    responses: submission.responses.map((response) =>
      response.flatMap((answer) =>
        index < count && answer.question === question ? (change(answer) ?? []) : answer,
      ),
    ),
  }));

/** The number that an office gave. */
export const numberOf = ({ responses }: ApprovedAnswers, question: string): number =>
  responses.flat().find((answer) => answer.question === question)?.number ?? 0;
