import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, shareOf } from "./computed-figure.js";
import { officesOf, unitsOf } from "./units-of.js";
import { holds, speaksTo } from "./filter.js";
import type { ShareMeasure } from "./measure.js";

/** The share of the units for which a filter holds; who did not answer stays in the denominator, as in 2024. */
export function share(measure: ShareMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const units = unitsOf(answers, measure);
  const numerator = units.filter((unit) => holds(measure.of, unit)).length;
  return [
    shareOf(numerator, units.length, {
      category: measure.category ?? null,
      basis: measure.units ?? answers.base,
      contributors: officesOf(units.filter((unit) => speaksTo(measure.of, unit))),
    }),
  ];
}
