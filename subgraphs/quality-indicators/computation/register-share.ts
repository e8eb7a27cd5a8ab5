import { EngagementDegree } from "../../shared/engagement-codes.js";
import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, shareOf } from "./computed-figure.js";
import type { RegisterShareMeasure } from "./measure.js";

const degrees: readonly string[] = Object.values(EngagementDegree);

/** The share of the published indicators whose making is recorded at a degree of engagement, or a higher one. */
export function registerShare(
  { category = null, atLeast }: RegisterShareMeasure,
  { registers: { indicators } }: CampaignAnswers,
): ComputedFigure[] {
  const reached = indicators.filter(
    ({ degree }) => degree !== null && degrees.indexOf(degree) >= degrees.indexOf(atLeast),
  ).length;
  return [shareOf(reached, indicators.length, { category, contributors: null })];
}
