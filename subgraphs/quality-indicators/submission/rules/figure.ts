import { type Answer, firstPlaceOf } from "../answer.js";
import { askedQuestions, type RuledForm } from "./rule.js";
import { numberIssues } from "./v05-well-formed-value.js";

/** A number that was given, with its place among the answers. */
export interface Figure {
  readonly index: number;
  readonly number: number;
}

/** The number given to a question, where V05 has nothing against it: one mistake is told once. */
export function figureFor(answers: readonly Answer[], form: RuledForm, code: string): Figure | null {
  const question = askedQuestions(form).get(code);
  const index = firstPlaceOf(answers, code);
  const answer = index === null ? null : answers[index];
  if (!question || index === null || typeof answer?.number !== "number") return null;
  return numberIssues(answer, index, question).length === 0 ? { index, number: answer.number } : null;
}
