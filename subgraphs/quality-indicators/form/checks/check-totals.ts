import { type OpeningIssue, openingIssue } from "../../campaign/opening-issue.js";
import { type FormQuestion, QuestionType } from "../form-question.entity.js";
import type { FormCheck } from "./form-check.js";

const numbers: ReadonlySet<QuestionType> = new Set([QuestionType.INTEGER, QuestionType.DECIMAL]);

/** A total adds numbers that the form asks and that are never negative, each once, on one side or the other. */
export const checkTotals: FormCheck = ({ questions, totals }) => {
  const byCode = new Map(questions.map((question) => [question.code, question]));
  return totals.flatMap((total, index) =>
    (["questions", "other"] as const).flatMap((side) => {
      const path = `form.totals[${index}].${side}`;
      const codes = total[side];
      if (codes.length === 0)
        return openingIssue("EMPTY_TOTAL", path, {
          fr: "Cette somme n'a aucune question.",
          en: "This sum has no question.",
          expected: "≥ 1",
        });
      const before = side === "questions" ? [] : total.questions;
      return codes.flatMap((code, place) =>
        addendIssues(byCode.get(code), code, [...before, ...codes.slice(0, place)], `${path}[${place}]`),
      );
    }),
  );
};

function addendIssues(
  question: FormQuestion | undefined,
  code: string,
  before: readonly string[],
  path: string,
): OpeningIssue[] {
  if (!question)
    return [
      openingIssue("UNKNOWN_QUESTION", path, {
        fr: `La somme compte « ${code} », que le formulaire ne demande pas.`,
        en: `The sum counts “${code}”, which the form does not ask.`,
        observed: code,
      }),
    ];
  if (before.includes(code))
    return [
      openingIssue("COUNTED_TWICE", path, {
        fr: `La question ${code} est déjà dans cette comparaison.`,
        en: `Question ${code} is in this comparison already.`,
        observed: code,
      }),
    ];
  if (numbers.has(question.type) && (question.constraints?.minimum ?? 0) >= 0) return [];
  return [
    openingIssue("NOT_A_COUNT", path, {
      fr: `La question ${code} n'est pas un nombre d'au moins 0 : elle ne s'additionne pas.`,
      en: `Question ${code} is not a number of at least 0: it does not add up.`,
      observed: question.type,
      expected: "INTEGER | DECIMAL, ≥ 0",
    }),
  ];
}
