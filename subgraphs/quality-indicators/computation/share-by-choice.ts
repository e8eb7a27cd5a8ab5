import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, shareOf } from "./computed-figure.js";
import type { CountedUnit } from "./counted-unit.js";
import { officesOf, unitsOf } from "./units-of.js";
import { holds } from "./filter.js";
import type { ShareByChoiceMeasure } from "./measure.js";

const doesNotKnow = "DOES_NOT_KNOW";

/** One share a choice of the form, in its order; « Je ne sais pas » is shown apart where somebody said so. */
export function shareByChoice(measure: ShareByChoiceMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { question } = measure;
  const basis = measure.units ?? answers.base;
  const units = unitsOf(answers, measure);
  const isUnsure = (unit: CountedUnit): boolean => holds({ question, missing: doesNotKnow }, unit);
  const hasTicked = (unit: CountedUnit): boolean =>
    unit.answersTo(question).some(({ choices }) => (choices?.length ?? 0) > 0);
  const contributors = officesOf(units.filter(hasTicked));
  const shares = answers.choicesOf(question).map((choice) => {
    const ticked = units.filter((unit) => holds({ question, choice }, unit)).length;
    return shareOf(ticked, units.length, { category: choice, basis, contributors });
  });
  const unsure = units.filter(isUnsure).length;
  if (unsure === 0) return shares;
  const answering = officesOf(units.filter((unit) => hasTicked(unit) || isUnsure(unit)));
  return [
    ...shares,
    shareOf(unsure, units.length, { category: doesNotKnow, basis, contributors: answering }),
  ];
}
