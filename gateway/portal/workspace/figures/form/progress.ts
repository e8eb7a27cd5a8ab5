import { askedOf, type Form, type Question } from "../case/figures-case.js";
import { isAnswered, type Typed, typedFor } from "../case/typed-answers.js";

/** How far a section is. */
export interface SectionProgress {
  readonly code: string;
  /** Questions that need a value or a reason, as things stand. */
  readonly required: number;
  readonly requiredAnswered: number;
  /** Questions answered that need not be. */
  readonly optionalAnswered: number;
}

/** How far each section is: what is asked beside a choice counts once that choice is ticked. */
export function progressOf(form: Pick<Form, "sections" | "questions">, typed: Typed): SectionProgress[] {
  const isRequired = ({ required, requiredWhenCondition, condition }: Question): boolean =>
    required ||
    (requiredWhenCondition &&
      condition !== null &&
      typedFor(typed, condition.question).values.includes(condition.choice));
  return form.sections.map(({ code }) => {
    const questions = askedOf(form).filter(({ section }) => section === code);
    const answered = (some: readonly Question[]): number =>
      some.filter((question) => isAnswered(typedFor(typed, question.code))).length;
    const required = questions.filter(isRequired);
    return {
      code,
      required: required.length,
      requiredAnswered: answered(required),
      optionalAnswered: answered(questions.filter((question) => !isRequired(question))),
    };
  });
}
