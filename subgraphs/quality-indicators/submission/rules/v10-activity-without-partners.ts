import { figureFor } from "./figure.js";
import { atAnswer } from "./issue.js";
import { marksFor } from "./marks.js";
import type { Rule } from "./rule.js";

/** V10: without anyone in the pool (B6) or active (B7), levels of involvement (C4) or activities (C5) are explained. */
export const v10ActivityWithoutPartners: Rule = {
  id: "V10",
  severity: "W",
  check(answers, form) {
    const told = ["C4", "C5"].flatMap((question) => {
      const marks = marksFor(answers, question);
      return marks ? [{ question, place: `answers[${marks.index}].choices` }] : [];
    });
    if (told.length === 0) return [];
    const questions = told.map(({ question }) => question);
    return ["B6", "B7"].flatMap((question) => {
      const figure = figureFor(answers, form, question);
      if (figure?.number !== 0) return [];
      return atAnswer(figure.index, question, "number", {
        code: "ACTIVITY_WITHOUT_PARTNERS",
        fr: `${question} est à 0, mais vous cochez des choix à ${questions.join(" et ")}. Corrigez, ou expliquez en commentaire qui a pris part à ces activités.`,
        en: `${question} is 0, yet you tick choices in ${questions.join(" and ")}. Correct it, or explain in a comment who took part in these activities.`,
        observed: 0,
        expected: "≥ 1",
        relatedPaths: told.map(({ place }) => place),
      });
    });
  },
};
