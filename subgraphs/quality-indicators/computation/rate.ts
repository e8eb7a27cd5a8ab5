import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, figure } from "./computed-figure.js";
import { numbersGiven, officesOf, unitsOf } from "./units-of.js";
import type { RateMeasure, Term } from "./measure.js";
import { ratioToOneDecimal, sumOf } from "./rounding.js";

/**
 * One sum over another, times a scale, rounded to one decimal; both sums stay beside it. Only the offices that gave
 * both numbers are in either sum: else one divides the people of some by those of others.
 */
export function rate(measure: RateMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { category = null, scale, where = null } = measure;
  const given = ({ question, units = null }: Term) =>
    numbersGiven(unitsOf(answers, { units, where }), question);
  const [above, below] = [given(measure.numerator), given(measure.denominator)];
  const givingAbove = new Set(officesOf(above));
  const contributors = officesOf(below).filter((office) => givingAbove.has(office));
  if (contributors.length === 0) return [figure({ category, reason: "NO_ANSWER" })];
  const givers = new Set(contributors);
  const total = (numbers: typeof above): number =>
    sumOf(numbers.filter(({ office }) => givers.has(office)).map(({ number }) => number));
  const [numerator, denominator] = [total(above), total(below)];
  if (denominator === 0) return [figure({ category, reason: "DENOMINATOR_IS_ZERO", contributors })];
  const value = ratioToOneDecimal(numerator, denominator, scale);
  return [figure({ category, value, numerator, denominator, contributors })];
}
