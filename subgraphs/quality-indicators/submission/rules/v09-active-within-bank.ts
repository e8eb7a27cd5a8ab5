import { figureFor } from "./figure.js";
import { atAnswer } from "./issue.js";
import type { Rule } from "./rule.js";

/** V09: active partners (B7) are usually not more than those in the pool (B6); some are engaged outside it. */
export const v09ActiveWithinBank: Rule = {
  id: "V09",
  severity: "W",
  check(answers, form) {
    const [active, bank] = [figureFor(answers, form, "B7"), figureFor(answers, form, "B6")];
    if (active === null || bank === null || active.number <= bank.number) return [];
    return [
      atAnswer(active.index, "B7", "number", {
        code: "MORE_ACTIVE_THAN_IN_BANK",
        fr: `${active.number} partenaires actifs pour ${bank.number} dans la banque : corrigez, ou expliquez en commentaire (partenaires recrutés hors de la banque, par exemple).`,
        en: `${active.number} active partners for ${bank.number} in the pool: correct it, or explain in a comment (partners engaged outside the pool, for instance).`,
        observed: active.number,
        expected: `≤ ${bank.number}`,
        relatedPaths: [`answers[${bank.index}].number`],
      }),
    ];
  },
};
