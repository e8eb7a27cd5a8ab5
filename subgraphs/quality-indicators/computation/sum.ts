import {
  type CampaignAnswers,
  codesOf,
  type ComputedFigure,
  figure,
  givingNumbers,
  numbersGiven,
  sumOf,
} from "./campaign-answers.js";
import type { Computation } from "./computation.js";

/** IQP-05, IQP-06: the sum over the offices (V27); a missing answer is no zero, and no answer at all is no sum. */
export function sum(
  { question }: Extract<Computation, { kind: "SUM" }>,
  { offices }: CampaignAnswers,
): ComputedFigure[] {
  const givers = givingNumbers(offices, question);
  if (givers.length === 0) return [figure({ reason: "NO_ANSWER" })];
  const value = sumOf(givers.flatMap((office) => numbersGiven(office, question)));
  return [figure({ value, contributors: codesOf(givers) })];
}
