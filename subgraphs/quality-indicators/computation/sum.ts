import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, type CountedBasis, figure } from "./computed-figure.js";
import { numbersGiven, officesOf, unitsOf } from "./units-of.js";
import type { NumberMeasure } from "./measure.js";
import { sumOf } from "./rounding.js";

/** The sum over the offices (V27); a missing answer is no zero, and no answer at all is no sum. */
export function sum(measure: NumberMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { category = null } = measure;
  const given = numbersGiven(unitsOf(answers, measure), measure.question);
  if (given.length === 0) return [figure({ category, reason: "NO_ANSWER" })];
  const contributors = officesOf(given);
  return [
    figure({
      category,
      value: sumOf(given.map(({ number }) => number)),
      contributors,
      bases: basesOf(answers, contributors),
    }),
  ];
}

/** Whom the mean of a sum is a mean of: the offices that gave a part, beside the respondents where these are the base. */
function basesOf({ base, offices }: CampaignAnswers, contributors: readonly string[]): CountedBasis[] {
  const ofOffices: CountedBasis = { basis: "OFFICES", count: contributors.length };
  if (base === "OFFICES") return [ofOffices];
  const giving = new Set(contributors);
  const respondents = offices
    .filter(({ office }) => giving.has(office))
    .reduce((total, { responses }) => total + responses.length, 0);
  return [ofOffices, { basis: "RESPONDENTS", count: respondents }];
}
