import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, figure } from "./computed-figure.js";
import { numbersGiven, officesOf, unitsOf } from "./units-of.js";
import type { NumberMeasure } from "./measure.js";
import { ratioToOneDecimal, sumOf } from "./rounding.js";

/** The mean of the numbers given, to one decimal; their sum and how many they are stay beside it. */
export function mean(measure: NumberMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { category = null } = measure;
  const basis = measure.units ?? answers.base;
  const given = numbersGiven(unitsOf(answers, measure), measure.question);
  if (given.length === 0) return [figure({ category, basis, reason: "NO_ANSWER" })];
  const [numerator, denominator] = [sumOf(given.map(({ number }) => number)), given.length];
  const value = ratioToOneDecimal(numerator, denominator);
  return [figure({ category, basis, value, numerator, denominator, contributors: officesOf(given) })];
}
