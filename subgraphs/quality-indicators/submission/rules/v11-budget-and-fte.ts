import { figureFor } from "./figure.js";
import { atAnswer } from "./issue.js";
import { marksFor } from "./marks.js";
import type { Rule } from "./rule.js";

/** V11: a budget under 50 000 $ seldom pays a full-time person, and one over 250 000 $ seldom pays less than one. */
export const v11BudgetAndFte: Rule = {
  id: "V11",
  severity: "W",
  check(answers, form) {
    const [budget, fte] = [marksFor(answers, "B4"), figureFor(answers, form, "B5b")];
    if (budget === null || fte === null) return [];
    const isTooSmall = budget.choices.has("B0_50K") && fte.number >= 1;
    const isTooLarge = budget.choices.has("GT250K") && fte.number < 1;
    if (!isTooSmall && !isTooLarge) return [];
    return [
      atAnswer(budget.index, "B4", "choices", {
        code: isTooSmall ? "BUDGET_TOO_SMALL_FOR_TEAM" : "BUDGET_TOO_LARGE_FOR_TEAM",
        fr: `Un budget ${isTooSmall ? "d'au plus 50 000 $" : "de plus de 250 000 $"} pour ${fte.number} équivalents temps complet : c'est rare. Corrigez B4 ou B5b, ou expliquez en commentaire (salaires payés par un autre budget, par exemple).`,
        en: `A budget of ${isTooSmall ? "at most $50,000" : "more than $250,000"} for ${fte.number} full-time equivalents is rare. Correct B4 or B5b, or explain in a comment (salaries paid from another budget, for instance).`,
        observed: isTooSmall ? "B0_50K" : "GT250K",
        expected: isTooSmall ? "B5b < 1" : "B5b ≥ 1",
        relatedPaths: [`answers[${fte.index}].number`],
      }),
    ];
  },
};
