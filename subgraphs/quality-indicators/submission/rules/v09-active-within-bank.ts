import { numberFor } from "../answer.js";
import { atAnswer } from "./issue.js";
import type { Rule } from "./rule.js";

/** V09: active partners (B7) are usually not more than those in the pool (B6); some are engaged outside it. */
export const v09ActiveWithinBank: Rule = {
  id: "V09",
  severity: "W",
  check(answers) {
    const [active, bank] = [numberFor(answers, "B7"), numberFor(answers, "B6")];
    if (active === null || bank === null || active <= bank) return [];
    const placeOf = (question: string): number => answers.findIndex((answer) => answer.question === question);
    return [
      atAnswer(placeOf("B7"), "B7", "number", {
        code: "MORE_ACTIVE_THAN_IN_BANK",
        fr: `${active} partenaires actifs pour ${bank} dans la banque : corrigez, ou expliquez en commentaire (partenaires recrutés hors de la banque, par exemple).`,
        en: `${active} active partners for ${bank} in the pool: correct it, or explain in a comment (partners engaged outside the pool, for instance).`,
        observed: active,
        expected: `≤ ${bank}`,
        relatedPaths: [`answers[${placeOf("B6")}].number`],
      }),
    ];
  },
};
