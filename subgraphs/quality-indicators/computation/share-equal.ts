import {
  type CampaignAnswers,
  codesOf,
  type ComputedFigure,
  givingNumbers,
  shareOf,
  unitsOf,
} from "./campaign-answers.js";
import type { Computation } from "./computation.js";

/** IQP-10: the share of those who gave exactly this number. */
export function shareEqual(
  { question, number }: Extract<Computation, { kind: "SHARE_EQUAL" }>,
  answers: CampaignAnswers,
): ComputedFigure[] {
  const units = unitsOf(answers);
  const equal = units.filter((unit) =>
    unit.some((answer) => answer.question === question && answer.number === number),
  ).length;
  const contributors = codesOf(givingNumbers(answers.offices, question));
  return [shareOf(equal, units.length, { basis: answers.base, contributors })];
}
