import { type Answer, choicesFor } from "../submission/answer.js";
import {
  type CampaignAnswers,
  codesOf,
  type ComputedFigure,
  shareOf,
  tickingAny,
  unitsOf,
} from "./campaign-answers.js";
import type { Computation } from "./computation.js";

const doesNotKnow = "DOES_NOT_KNOW";

/** One share a choice of the form, in its order; « Je ne sais pas » is shown apart where somebody said so. */
export function shareByChoice(
  { question }: Extract<Computation, { kind: "SHARE_BY_CHOICE" }>,
  answers: CampaignAnswers,
): ComputedFigure[] {
  const { base: basis, offices } = answers;
  const units = unitsOf(answers);
  const isUnsure = (given: readonly Answer[]): boolean =>
    given.some((answer) => answer.question === question && answer.missing === doesNotKnow);
  const contributors = codesOf(tickingAny(offices, question));
  const shares = answers.choicesOf(question).map((choice) => {
    const ticked = units.filter((unit) => choicesFor(unit, question).includes(choice)).length;
    return shareOf(ticked, units.length, { category: choice, basis, contributors });
  });
  const unsure = units.filter(isUnsure).length;
  if (unsure === 0) return shares;
  const answering = new Set([
    ...contributors,
    ...codesOf(offices.filter(({ responses }) => isUnsure(responses.flat()))),
  ]);
  return [
    ...shares,
    shareOf(unsure, units.length, { category: doesNotKnow, basis, contributors: [...answering] }),
  ];
}
