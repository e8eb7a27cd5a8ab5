import { type Answer, firstPlaceOf } from "../answer.js";
import { askedQuestions, type RuledForm } from "./rule.js";

/** The choices that one answer ticks, with its place among the answers. */
export interface Marks {
  readonly index: number;
  readonly choices: ReadonlySet<string>;
}

/** The choices ticked for a question; null when none is, which V18 tells: two rules never blame one blank. */
export function marksFor(answers: readonly Answer[], question: string): Marks | null {
  const index = firstPlaceOf(answers, question);
  const choices = index === null ? null : answers[index]?.choices;
  return index !== null && choices?.length ? { index, choices: new Set(choices) } : null;
}

/** The words of a choice as the form prints them; its code where the form does not know it. */
export function labelOf(form: RuledForm, question: string, code: string): { fr: string; en: string } {
  const label = askedQuestions(form)
    .get(question)
    ?.choices.find((choice) => choice.code === code)?.label;
  return { fr: label?.fr ?? code, en: label?.en ?? label?.fr ?? code };
}
