import type { FormTotal } from "../../form/form-module.entity.js";
import type { Answer } from "../answer.js";
import { type Figure, figureFor } from "./figure.js";
import { atAnswer, type Finding } from "./issue.js";
import type { Rule, RuledForm } from "./rule.js";

/** Sums that the form compares are equal, or the first is at most the second; what nobody counted is in neither. */
export const formTotals: Rule = {
  id: "FORM",
  severity: "E",
  check: (answers, form) => form.totals.flatMap((total) => totalIssues(answers, form, total)),
};

interface Sum {
  readonly figures: readonly Figure[];
  readonly isComplete: boolean;
  readonly total: number;
}

// Amounts have two decimals at most: added as floating-point numbers they may differ by a trifle.
const withoutTrifle = (number: number): number => Math.round(number * 1e4) / 1e4;

function sumOf(answers: readonly Answer[], form: RuledForm, questions: readonly string[]): Sum {
  const figures = questions
    .map((question) => figureFor(answers, form, question))
    .filter((figure) => figure !== null);
  const total = withoutTrifle(figures.reduce((sum, { number }) => sum + number, 0));
  return { figures, isComplete: figures.length === questions.length, total };
}

function totalIssues(answers: readonly Answer[], form: RuledForm, total: FormTotal): Finding[] {
  const [sum, other] = [total.questions, total.other].map((side) => sumOf(answers, form, side)) as [Sum, Sum];
  const [first, ...more] = sum.figures;
  const code = first && answers[first.index]?.question;
  if (!first || code === undefined || !other.isComplete) return [];
  const mustEqual = String(total.kind) === "SAME_TOTAL";
  // Numbers are never negative: part of a sum that is too large already says enough, one that is too small nothing.
  if (mustEqual ? !sum.isComplete || sum.total === other.total : sum.total <= other.total) return [];
  const [left, right] = [total.questions.join(" + "), total.other.join(" + ")];
  return [
    atAnswer(first.index, code, "number", {
      code: mustEqual ? "TOTALS_DIFFER" : "TOTAL_TOO_LARGE",
      fr: `La somme ${left} vaut ${sum.total} ; elle doit ${mustEqual ? "être égale à" : "être d'au plus"} ${other.total} (${right}).`,
      en: `The sum ${left} is ${sum.total}; it must be ${mustEqual ? "equal to" : "at most"} ${other.total} (${right}).`,
      observed: sum.total,
      expected: `${mustEqual ? "=" : "≤"} ${other.total}`,
      relatedPaths: [...more, ...other.figures].map(({ index }) => `answers[${index}].number`),
    }),
  ];
}
