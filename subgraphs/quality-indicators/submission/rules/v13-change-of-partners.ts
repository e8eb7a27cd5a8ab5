import { numberFor } from "../answer.js";
import { figureFor } from "./figure.js";
import { atAnswer } from "./issue.js";
import type { Rule } from "./rule.js";

const largestShare = 0.5;
const fewestPeople = 10;

/** V13: the pool (B6) and the active partners (B7) change by at most half, or by fewer than 10 people. */
export const v13ChangeOfPartners: Rule = {
  id: "V13",
  severity: "W",
  check: (answers, form, { previous }) =>
    ["B6", "B7"].flatMap((question) => {
      const figure = figureFor(answers, form, question);
      const before = numberFor(previous?.answers ?? [], question);
      if (figure === null || previous === null || before === null) return [];
      const change = Math.abs(figure.number - before);
      if (change <= largestShare * before || change < fewestPeople) return [];
      return atAnswer(figure.index, question, "number", {
        code: "LARGE_CHANGE",
        fr: `${question} passe de ${before} (campagne ${previous.campaign}) à ${figure.number} : plus de la moitié de différence. Corrigez, ou dites en commentaire ce qui a changé.`,
        en: `${question} goes from ${before} (campaign ${previous.campaign}) to ${figure.number}: more than half of a difference. Correct it, or say in a comment what changed.`,
        observed: figure.number,
        expected: `${Math.ceil(before * (1 - largestShare))}–${Math.floor(before * (1 + largestShare))}`,
      });
    }),
};
