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

/** IQP-08: the smallest and the largest number given, with the median as the value and how many gave one. */
export function distribution(
  { question }: Extract<Computation, { kind: "DISTRIBUTION" }>,
  { offices, base }: CampaignAnswers,
): ComputedFigure[] {
  const givers = givingNumbers(offices, question);
  const numbers = givers
    .flatMap((office) => numbersGiven(office, question))
    .sort((left, right) => left - right);
  const [low, high] = [numbers[0], numbers.at(-1)];
  if (low === undefined || high === undefined) return [figure({ reason: "NO_ANSWER" })];
  const middle = numbers.slice(Math.floor((numbers.length - 1) / 2), Math.floor(numbers.length / 2) + 1);
  const value = sumOf(middle) / middle.length;
  const contributors = codesOf(givers);
  return [figure({ value, low, high, denominator: numbers.length, basis: base, contributors })];
}
