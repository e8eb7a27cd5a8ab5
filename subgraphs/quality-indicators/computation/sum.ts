import { type CampaignAnswers, type ComputedFigure, figure, numbersOf, sumOf } from "./campaign-answers.js";
import type { Computation } from "./computation.js";

/** IQP-05, IQP-06: the sum over the offices (V27); a missing answer is no zero, and no answer at all is no sum. */
export function sum(
  { question }: Extract<Computation, { kind: "SUM" }>,
  answers: CampaignAnswers,
): ComputedFigure[] {
  const numbers = numbersOf(answers, question);
  return [numbers.length === 0 ? figure({ reason: "NO_ANSWER" }) : figure({ value: sumOf(numbers) })];
}
