import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, figure } from "./computed-figure.js";
import { officesOf, unitsOf } from "./units-of.js";
import { speaksTo } from "./filter.js";
import type { CountMeasure } from "./measure.js";

/** How many units there are for which the filter holds; none is a count of zero once somebody answered. */
export function count(measure: CountMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { category = null, units = null, where } = measure;
  const basis = units ?? answers.base;
  const telling = unitsOf(answers, { units }).filter((unit) => !where || speaksTo(where, unit));
  if (telling.length === 0) return [figure({ category, basis, reason: "NO_ANSWER" })];
  const value = unitsOf(answers, measure).length;
  return [figure({ category, basis, value, contributors: officesOf(telling) })];
}
