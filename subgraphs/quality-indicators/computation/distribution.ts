import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, figure } from "./computed-figure.js";
import { numbersGiven, officesOf, unitsOf } from "./units-of.js";
import type { NumberMeasure } from "./measure.js";
import { sumOf } from "./rounding.js";

/** The smallest and the largest number given, with the median as the value and how many gave one. */
export function distribution(measure: NumberMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { category = null } = measure;
  const basis = measure.units ?? answers.base;
  const given = numbersGiven(unitsOf(answers, measure), measure.question);
  const numbers = given.map(({ number }) => number).sort((left, right) => left - right);
  const [low, high] = [numbers[0], numbers.at(-1)];
  if (low === undefined || high === undefined) return [figure({ category, basis, reason: "NO_ANSWER" })];
  const middle = numbers.slice(Math.floor((numbers.length - 1) / 2), Math.floor(numbers.length / 2) + 1);
  const value = sumOf(middle) / middle.length;
  return [
    figure({
      category,
      value,
      low,
      high,
      denominator: numbers.length,
      basis,
      contributors: officesOf(given),
    }),
  ];
}
