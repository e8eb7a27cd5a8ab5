import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, figure } from "./computed-figure.js";
import { numberGiven, officesOf, unitsOf } from "./units-of.js";
import type { CompositionMeasure } from "./measure.js";
import { sumOf } from "./rounding.js";

/**
 * One sum a part, each beside the total of all parts. Only units that gave every part are in it: else the parts of
 * some would be set against the total of others.
 */
export function composition(measure: CompositionMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { parts } = measure;
  const givers = unitsOf(answers, measure).flatMap((unit) => {
    const numbers = parts.flatMap(({ question }) => numberGiven(unit, question) ?? []);
    return numbers.length === parts.length ? [{ office: unit.office, numbers }] : [];
  });
  if (givers.length === 0) return parts.map(({ category }) => figure({ category, reason: "NO_ANSWER" }));
  const sums = parts.map((_, part) => sumOf(givers.map(({ numbers }) => numbers[part] ?? 0)));
  const denominator = sumOf(sums);
  const contributors = officesOf(givers);
  return parts.map(({ category }, part) =>
    figure({
      category,
      value: sums[part] ?? 0,
      numerator: sums[part] ?? 0,
      denominator,
      contributors,
    }),
  );
}
