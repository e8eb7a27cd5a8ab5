import { figureFor } from "./figure.js";
import { atAnswer } from "./issue.js";
import type { Rule } from "./rule.js";

// The published ranges are 0.4 to 4 FTE and 1 to 7 people; these bounds leave room on both sides.
const usual = [
  { question: "B5a", low: 0, high: 15, fr: "personnes employées", en: "people employed" },
  { question: "B5b", low: 0.1, high: 8, fr: "équivalents temps complet", en: "full-time equivalents" },
] as const;

/** V08: a team is within 0.1 to 8 FTE and 15 people; one outside is confirmed in a comment. */
export const v08UsualTeam: Rule = {
  id: "V08",
  severity: "W",
  check: (answers, form) =>
    usual.flatMap(({ question, low, high, fr, en }) => {
      const figure = figureFor(answers, form, question);
      if (figure === null || (figure.number >= low && figure.number <= high)) return [];
      return atAnswer(figure.index, question, "number", {
        code: "UNUSUAL_TEAM",
        fr: `${figure.number} ${fr} : c'est inhabituel pour un bureau de partenariat (de ${low} à ${high}). Corrigez ${question}, ou confirmez en commentaire.`,
        en: `${figure.number} ${en}: unusual for a partnership office (${low} to ${high}). Correct ${question}, or confirm in a comment.`,
        observed: figure.number,
        expected: `${low}–${high}`,
      });
    }),
};
