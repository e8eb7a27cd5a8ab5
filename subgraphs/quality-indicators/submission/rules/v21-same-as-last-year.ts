import { numberFor } from "../answer.js";
import { figureFor } from "./figure.js";
import { atAnswer } from "./issue.js";
import type { Rule } from "./rule.js";

// One number alone is often the same two years in a row.
const fewestNumbers = 2;

/** V21: every number equal to last year's may be last year's form sent again. */
export const v21SameAsLastYear: Rule = {
  id: "V21",
  severity: "I",
  check(answers, form, { previous }) {
    if (previous === null) return [];
    const figures = form.questions.flatMap(({ code }) => {
      const figure = figureFor(answers, form, code);
      return figure === null ? [] : [{ ...figure, code, before: numberFor(previous.answers, code) }];
    });
    const [first, ...others] = figures;
    if (first === undefined || figures.length < fewestNumbers) return [];
    if (figures.some(({ number, before }) => number !== before)) return [];
    return [
      atAnswer(first.index, first.code, "number", {
        code: "SAME_AS_LAST_YEAR",
        fr: `Tous les nombres sont ceux de la campagne ${previous.campaign}. S'ils sont bien de cette année, il n'y a rien à faire.`,
        en: `Every number is that of campaign ${previous.campaign}. If they are this year's, there is nothing to do.`,
        observed: figures.map(({ code, number }) => `${code} = ${number}`).join(", "),
        relatedPaths: others.map(({ index }) => `answers[${index}].number`),
      }),
    ];
  },
};
