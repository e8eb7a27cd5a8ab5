import { atAnswer } from "./issue.js";
import { marksFor } from "./marks.js";
import type { Rule } from "./rule.js";

/** V16: the tactical level (C4), whose example is accreditation, and questions about it (C5) usually go together. */
export const v16TacticalAndAccreditation: Rule = {
  id: "V16",
  severity: "I",
  check(answers) {
    const [levels, activities] = [marksFor(answers, "C4"), marksFor(answers, "C5")];
    if (levels === null || activities === null) return [];
    const isTactical = levels.choices.has("TACTICAL");
    if (isTactical === activities.choices.has("ACCREDITATION")) return [];
    const places = [`answers[${levels.index}].choices`, `answers[${activities.index}].choices`] as const;
    return isTactical
      ? [
          atAnswer(activities.index, "C5", "choices", {
            code: "TACTICAL_WITHOUT_ACCREDITATION",
            fr: "C4 coche le niveau tactique, mais C5 ne coche pas « Répondre à des questions sur l'Agrément ». Si c'est voulu, il n'y a rien à faire.",
            en: "C4 ticks the tactical level, but C5 does not tick “Answer questions about accreditation”. If that is intended, there is nothing to do.",
            observed: "TACTICAL",
            expected: "ACCREDITATION",
            relatedPaths: [places[0]],
          }),
        ]
      : [
          atAnswer(levels.index, "C4", "choices", {
            code: "ACCREDITATION_WITHOUT_TACTICAL",
            fr: "C5 coche « Répondre à des questions sur l'Agrément », mais C4 ne coche pas le niveau tactique. Si c'est voulu, il n'y a rien à faire.",
            en: "C5 ticks “Answer questions about accreditation”, but C4 does not tick the tactical level. If that is intended, there is nothing to do.",
            observed: "ACCREDITATION",
            expected: "TACTICAL",
            relatedPaths: [places[1]],
          }),
        ];
  },
};
