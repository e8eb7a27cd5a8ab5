import {
  type CampaignAnswers,
  codesOf,
  type ComputedFigure,
  figure,
  givingNumbers,
  numbersGiven,
  sumOf,
  toOneDecimal,
} from "./campaign-answers.js";
import type { Computation } from "./computation.js";

/**
 * IQP-07, IQP-09: one sum over another, times a scale, rounded to one decimal; both sums stay beside it.
 * Only the offices that gave both numbers are in either sum: else one divides the people of some by those of others.
 */
export function ratio(
  { numerator: above, denominator: below, scale }: Extract<Computation, { kind: "RATIO" }>,
  { offices }: CampaignAnswers,
): ComputedFigure[] {
  const givers = givingNumbers(offices, above, below);
  if (givers.length === 0) return [figure({ reason: "NO_ANSWER" })];
  const contributors = codesOf(givers);
  const total = (question: string): number =>
    sumOf(givers.flatMap((office) => numbersGiven(office, question)));
  const [numerator, denominator] = [total(above), total(below)];
  if (denominator === 0) return [figure({ reason: "DENOMINATOR_IS_ZERO", contributors })];
  const value = toOneDecimal((scale * numerator) / denominator);
  return [figure({ value, numerator, denominator, contributors })];
}
