import { choicesFor } from "../submission/answer.js";
import {
  type CampaignAnswers,
  codesOf,
  type ComputedFigure,
  shareOf,
  tickingAny,
  unitsOf,
} from "./campaign-answers.js";
import type { Computation } from "./computation.js";

/** The share of those who ticked a choice; who did not answer stays in the denominator, as in 2024. */
export function share(
  { question, choice }: Extract<Computation, { kind: "SHARE" }>,
  answers: CampaignAnswers,
): ComputedFigure[] {
  const units = unitsOf(answers);
  const ticked = units.filter((unit) => choicesFor(unit, question).includes(choice)).length;
  const contributors = codesOf(tickingAny(answers.offices, question));
  return [shareOf(ticked, units.length, { basis: answers.base, contributors })];
}
