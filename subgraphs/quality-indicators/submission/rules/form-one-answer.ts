import { firstPlaceOf } from "../answer.js";
import { atAnswer } from "./issue.js";
import { askedQuestions, type Rule } from "./rule.js";

/** Each question is answered once; only a question that takes several texts repeats, one entry a text. */
export const formOneAnswer: Rule = {
  id: "FORM",
  severity: "E",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap(({ question, missing }, index) => {
      const first = firstPlaceOf(answers, question) ?? index;
      if (first === index) return [];
      const mayRepeat = questions.get(question)?.type === "TEXTS" && !missing && !answers[first]?.missing;
      if (mayRepeat) return [];
      return atAnswer(index, question, "question", {
        code: "ANSWERED_TWICE",
        fr: `La question ${question} a déjà une réponse plus haut. Gardez-en une seule.`,
        en: `Question ${question} already has an answer above. Keep one of them.`,
        observed: question,
        relatedPaths: [`answers[${first}].question`],
      });
    });
  },
};
