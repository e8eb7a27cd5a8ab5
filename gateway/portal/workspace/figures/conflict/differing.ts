import type { Pushed } from "../case/push-case.js";
import type { SentAnswer } from "../case/sent-answer.js";
import { askedOf, type FiguresCase, type Question } from "../case/figures-case.js";
import { type Typed, typedFor, typedOf } from "../case/typed-answers.js";

/** A question that two people answered, or explained, in two ways. */
export interface Differing {
  readonly question: Question;
  /** When the saved answer was given, where the hub knows. */
  readonly changedAt: string | null;
}

const remarkTo = (answers: readonly SentAnswer[], code: string): string =>
  answers
    .filter(({ question }) => question === code)
    .map(({ comment }) => comment ?? "")
    .join("\n");

/** The questions that differ: those that the hub tells, and those whose comment alone is another. */
export function differingIn(
  { form, current }: FiguresCase,
  mine: readonly SentAnswer[],
  { difference }: Pick<Pushed, "difference">,
): readonly Differing[] {
  const told = new Map(difference.map(({ question, changedAt }) => [question, changedAt]));
  const theirs = current?.answers ?? [];
  return askedOf(form)
    .filter(({ code }) => told.has(code) || remarkTo(mine, code) !== remarkTo(theirs, code))
    .map((question) => ({ question, changedAt: told.get(question.code) ?? null }));
}

/** What was typed, with the saved answer where it was chosen. */
export function chosen(
  { form, current }: FiguresCase,
  mine: Typed,
  isTheirs: (question: string) => boolean,
): Typed {
  const theirs = typedOf(form, current?.answers ?? [], "fr");
  return new Map(askedOf(form).map(({ code }) => [code, typedFor(isTheirs(code) ? theirs : mine, code)]));
}
