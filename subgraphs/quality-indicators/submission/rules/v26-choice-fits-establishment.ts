import { atAnswer } from "./issue.js";
import { labelOf, marksFor } from "./marks.js";
import type { Rule } from "./rule.js";

// A hospital or an institute runs no home for long stays.
const seldomInHospitals: Readonly<Record<string, readonly string[]>> = {
  C2: ["LONG_TERM_CARE"],
  C3: ["LTC_2021_26", "SENIORS_HOMES"],
};

/** V26: what is ticked is meaningful for the type of the establishment. */
export const v26ChoiceFitsEstablishment: Rule = {
  id: "V26",
  severity: "I",
  check(answers, form, { peerGroup }) {
    if (peerGroup !== "CHU_INSTITUT") return [];
    return Object.entries(seldomInHospitals).flatMap(([question, seldom]) => {
      const marks = marksFor(answers, question);
      return seldom
        .filter((choice) => marks?.choices.has(choice))
        .map((choice) => ({ choice, named: labelOf(form, question, choice) }))
        .map(({ choice, named }) =>
          atAnswer(marks?.index ?? 0, question, "choices", {
            code: "SELDOM_IN_A_HOSPITAL",
            fr: `${question} coche « ${named.fr} », ce qui est rare pour un centre hospitalier universitaire ou un institut. Si c'est voulu, il n'y a rien à faire.`,
            en: `${question} ticks “${named.en}”, which is rare for a university hospital or an institute. If that is intended, there is nothing to do.`,
            observed: choice,
          }),
        );
    });
  },
};
