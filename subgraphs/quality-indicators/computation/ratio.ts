import {
  type CampaignAnswers,
  type ComputedFigure,
  figure,
  numbersOf,
  sumOf,
  toOneDecimal,
} from "./campaign-answers.js";
import type { Computation } from "./computation.js";

/** IQP-07, IQP-09: one sum over another, times a scale, rounded to one decimal; both sums stay beside it. */
export function ratio(
  computation: Extract<Computation, { kind: "RATIO" }>,
  answers: CampaignAnswers,
): ComputedFigure[] {
  const [above, below] = [computation.numerator, computation.denominator].map((question) =>
    numbersOf(answers, question),
  );
  if (!above?.length || !below?.length) return [figure({ reason: "NO_ANSWER" })];
  const [numerator, denominator] = [sumOf(above), sumOf(below)];
  if (denominator === 0) return [figure({ reason: "DENOMINATOR_IS_ZERO" })];
  const value = toOneDecimal((computation.scale * numerator) / denominator);
  return [figure({ value, numerator, denominator })];
}
