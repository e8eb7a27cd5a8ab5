import { openingIssue } from "../../campaign/opening-issue.js";
import { QuestionType } from "../form-question.entity.js";
import type { FormCheck } from "./form-check.js";

const takesChoices: ReadonlySet<QuestionType> = new Set([QuestionType.CHOICE, QuestionType.CHOICES]);

/** A question of choices has some, any other has none; only one of several choices can exclude the others. */
export const checkChoices: FormCheck = ({ questions }) =>
  questions.flatMap(({ code, type, choices }, index) => {
    const path = `form.questions[${index}].choices`;
    if (takesChoices.has(type) && choices.length === 0)
      return openingIssue("NO_CHOICE", path, {
        fr: `La question ${code} attend un choix et n'en offre aucun.`,
        en: `Question ${code} takes a choice and offers none.`,
        observed: 0,
        expected: "≥ 1",
      });
    if (!takesChoices.has(type) && choices.length > 0)
      return openingIssue("CHOICES_OF_NO_USE", path, {
        fr: `La question ${code} n'attend pas de choix.`,
        en: `Question ${code} takes no choice.`,
        observed: type,
        expected: "CHOICE | CHOICES",
      });
    if (type === QuestionType.CHOICES) return [];
    return choices.flatMap((choice, place) =>
      choice.alone
        ? openingIssue("ALONE_OF_NO_USE", `${path}[${place}].alone`, {
            fr: `La question ${code} n'accepte qu'un choix : il est toujours seul.`,
            en: `Question ${code} takes one choice only: it always stands alone.`,
            observed: type,
            expected: QuestionType.CHOICES,
          })
        : [],
    );
  });
