import { atAnswer } from "./issue.js";
import { askedQuestions, type Rule } from "./rule.js";

/** A choice that excludes all others, « Aucune » for instance, is ticked by itself. */
export const formAloneChoice: Rule = {
  id: "FORM",
  severity: "E",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap(({ question: code, choices }, index) => {
      const ticked = new Set((choices ?? []).map((choice) => choice.trim()));
      if (ticked.size < 2) return [];
      const alone = questions.get(code)?.choices.find((choice) => choice.alone && ticked.has(choice.code));
      if (!alone) return [];
      const others = [...ticked].filter((choice) => choice !== alone.code).join(", ");
      return atAnswer(index, code, "choices", {
        code: "CHOICE_NOT_ALONE",
        fr: `À la question ${code}, « ${alone.label.fr} » (${alone.code}) exclut tout autre choix. Retirez-le, ou retirez ${others}.`,
        en: `In question ${code}, “${alone.label.en ?? alone.label.fr}” (${alone.code}) excludes any other choice. Take it out, or take out ${others}.`,
        observed: [...ticked].join(", "),
        expected: alone.code,
      });
    });
  },
};
