import { localizedTextOf } from "../../shared/localized-text.input.js";
import type { Provenance } from "../../shared/provenance.js";
import type { Form } from "./form.entity.js";
import type { FormInput } from "./form.input.js";
import {
  FinestLevel,
  type FormConstraints,
  type FormQuestion,
  QuestionType,
} from "./form-question.entity.js";
import type { FormProvenanceInput, QuestionInput } from "./form-question.input.js";

/** A form that belongs to no campaign yet. */
export type NewForm = Omit<Form, "campaign">;

/** Completes what a steward says of the document that a question comes from; null when there is no such document. */
export type ReadProvenance = (written: FormProvenanceInput) => Provenance | null;

/** A form as it is kept, of one as a steward writes it: what is left out has its usual value. */
export const formOfInput = (input: FormInput, provenanceOf: ReadProvenance = () => null): NewForm => ({
  version: input.version,
  title: localizedTextOf(input.title),
  preamble: input.preamble ? localizedTextOf(input.preamble) : null,
  notice: { version: input.notice.version, text: localizedTextOf(input.notice.text) },
  sections: input.sections.map(({ code, title }) => ({ code, title: localizedTextOf(title) })),
  modules: (input.modules ?? []).map((module) => ({ ...module, title: localizedTextOf(module.title) })),
  questions: input.questions.map((question) => ({
    ...questionOf(question),
    provenance: question.provenance ? provenanceOf(question.provenance) : null,
  })),
  totals: input.totals ?? [],
  provenance: null,
});

const questionOf = (question: QuestionInput): Omit<FormQuestion, "provenance"> => ({
  code: question.code,
  number: question.number ?? question.code,
  section: question.section,
  module: question.module ?? null,
  text: localizedTextOf(question.text),
  help: question.help ? localizedTextOf(question.help) : null,
  type: question.type,
  required: question.required ?? false,
  asked: true,
  choices: (question.choices ?? []).map(({ code, label, low, high, alone }) => ({
    code,
    label: localizedTextOf(label),
    low: low ?? null,
    high: high ?? null,
    alone: alone ?? false,
  })),
  constraints: constraintsOf(question),
  condition: question.condition ?? null,
  requiredWhenCondition: question.requiredWhenCondition ?? false,
  // A question without a level is not published.
  finestLevel: question.finestLevel ?? FinestLevel.NEVER,
});

// V05: a number is not negative, and a whole one has no decimals, unless the form says otherwise.
function constraintsOf({ type, constraints }: QuestionInput): FormConstraints {
  const given = Object.fromEntries(
    Object.entries(constraints ?? {}).filter(([, bound]) => bound !== undefined && bound !== null),
  );
  if (type === QuestionType.INTEGER) return { minimum: 0, decimals: 0, ...given };
  return type === QuestionType.DECIMAL ? { minimum: 0, ...given } : given;
}
