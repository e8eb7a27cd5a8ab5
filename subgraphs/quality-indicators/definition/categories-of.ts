import { localizedTextOf } from "../../shared/localized-text.input.js";
import { EnglishStatus } from "../../shared/localized-text.js";
import type { Measure } from "../computation/measure.js";
import type { IndicatorCategory } from "../indicator/indicator.entity.js";
import type { AskedForms } from "./asked-forms.js";
import type { DefineIndicatorInput } from "./define-indicator.input.js";

const doesNotKnow: IndicatorCategory = {
  code: "DOES_NOT_KNOW",
  label: { fr: "Je ne sais pas", en: "I do not know", status: EnglishStatus.PROPOSED },
};

/** The categories of an indicator: those that a steward labelled, then the choices of its questions as forms word them. */
export function categoriesOf(
  input: DefineIndicatorInput,
  measures: readonly Measure[],
  { forms }: AskedForms,
): IndicatorCategory[] {
  const given = (input.categories ?? []).map(({ code, label }) => ({ code, label: localizedTextOf(label) }));
  const ofForms = measures.flatMap((measure) =>
    measure.kind === "SHARE_BY_CHOICE"
      ? [...forms.flatMap(({ questions }) => choicesOf(questions, measure.question)), doesNotKnow]
      : [],
  );
  const known = new Set<string>();
  return [...given, ...ofForms].filter(({ code }) => !known.has(code) && known.add(code));
}

const choicesOf = (questions: AskedForms["forms"][number]["questions"], code: string): IndicatorCategory[] =>
  (questions.find((question) => question.code === code)?.choices ?? []).map((choice) => ({
    code: choice.code,
    label: choice.label,
  }));

/** The categories that a measure names by itself. */
export function categoriesNamedBy(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case "SHARE_BY_CHOICE":
      return [];
    case "COMPOSITION":
      return measure.parts.map(({ category }) => category);
    case "REGISTER_BY_STATUS":
      return measure.statuses;
    default:
      return measure.category ? [measure.category] : [];
  }
}
