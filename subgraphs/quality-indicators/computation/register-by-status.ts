import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, figure } from "./computed-figure.js";
import type { RegisterByStatusMeasure } from "./measure.js";

/** How many recommendations stand at each state, among all of them. */
export function registerByStatus(
  { statuses }: RegisterByStatusMeasure,
  { registers: { recommendations } }: CampaignAnswers,
): ComputedFigure[] {
  return statuses.map((category) => {
    const value = recommendations.filter(({ status }) => status === category).length;
    return figure({
      category,
      value,
      numerator: value,
      denominator: recommendations.length,
      contributors: null,
    });
  });
}
