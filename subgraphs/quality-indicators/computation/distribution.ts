import { type CampaignAnswers, type ComputedFigure, figure, numbersOf, sumOf } from "./campaign-answers.js";
import type { Computation } from "./computation.js";

/** IQP-08: the smallest and the largest number given, with the median as the value and how many gave one. */
export function distribution(
  { question }: Extract<Computation, { kind: "DISTRIBUTION" }>,
  answers: CampaignAnswers,
): ComputedFigure[] {
  const numbers = numbersOf(answers, question).sort((left, right) => left - right);
  const [low, high] = [numbers[0], numbers.at(-1)];
  if (low === undefined || high === undefined) return [figure({ reason: "NO_ANSWER" })];
  const middle = numbers.slice(Math.floor((numbers.length - 1) / 2), Math.floor(numbers.length / 2) + 1);
  const value = sumOf(middle) / middle.length;
  return [figure({ value, low, high, denominator: numbers.length, basis: answers.base })];
}
