import { atAnswer } from "./issue.js";
import { askedQuestions, type Rule } from "./rule.js";

/** The questions of the same part of the form; all of them when there is no such part. */
function questionsLike(question: string, asked: Iterable<string>): string {
  const codes = [...asked];
  const alike = codes.filter((code) => code.charAt(0) === question.charAt(0).toUpperCase());
  return (alike.length > 0 ? alike : codes).join(", ");
}

/** Every answer is to a question that the form of the campaign asks. */
export const formKnownQuestion: Rule = {
  id: "FORM",
  severity: "E",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap(({ question }, index) =>
      questions.has(question)
        ? []
        : atAnswer(index, question, "question", {
            code: "UNKNOWN_QUESTION",
            fr: `Le formulaire de la campagne ne pose pas de question « ${question} ». Vérifiez le code.`,
            en: `The form of the campaign asks no question “${question}”. Check the code.`,
            observed: question,
            expected: questionsLike(question, questions.keys()),
          }),
    );
  },
};
