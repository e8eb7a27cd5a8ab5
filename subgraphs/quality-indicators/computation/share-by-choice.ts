import { choicesFor } from "../submission/answer.js";
import { type CampaignAnswers, type ComputedFigure, shareOf, unitsOf } from "./campaign-answers.js";
import type { Computation } from "./computation.js";

const doesNotKnow = "DOES_NOT_KNOW";

/** One share a choice of the form, in its order; « Je ne sais pas » is shown apart where somebody said so. */
export function shareByChoice(
  { question }: Extract<Computation, { kind: "SHARE_BY_CHOICE" }>,
  answers: CampaignAnswers,
): ComputedFigure[] {
  const units = unitsOf(answers);
  const shares = answers.choicesOf(question).map((choice) => {
    const ticked = units.filter((unit) => choicesFor(unit, question).includes(choice)).length;
    return shareOf(ticked, units.length, { category: choice, basis: answers.base });
  });
  const unsure = units.filter((unit) =>
    unit.some((answer) => answer.question === question && answer.missing === doesNotKnow),
  ).length;
  return unsure === 0
    ? shares
    : [...shares, shareOf(unsure, units.length, { category: doesNotKnow, basis: answers.base })];
}
