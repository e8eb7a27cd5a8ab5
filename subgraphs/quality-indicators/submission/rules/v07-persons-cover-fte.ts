import { figureFor } from "./figure.js";
import { atAnswer } from "./issue.js";
import type { Rule } from "./rule.js";

/** V07: full-time equivalents (B5b) are not more than the people employed (B5a), but for overtime conventions. */
export const v07PersonsCoverFte: Rule = {
  id: "V07",
  severity: "W",
  check(answers, form) {
    const [persons, fte] = [figureFor(answers, form, "B5a"), figureFor(answers, form, "B5b")];
    if (persons === null || fte === null || fte.number <= persons.number) return [];
    return [
      atAnswer(fte.index, "B5b", "number", {
        code: "MORE_FTE_THAN_PERSONS",
        fr: `${fte.number} équivalents temps complet pour ${persons.number} personnes employées : une personne compte au plus pour 1. Corrigez B5a ou B5b, ou expliquez en commentaire (heures supplémentaires, par exemple).`,
        en: `${fte.number} full-time equivalents for ${persons.number} people employed: one person counts for 1 at most. Correct B5a or B5b, or explain in a comment (overtime, for instance).`,
        observed: fte.number,
        expected: `≤ ${persons.number}`,
        relatedPaths: [`answers[${persons.index}].number`],
      }),
    ];
  },
};
