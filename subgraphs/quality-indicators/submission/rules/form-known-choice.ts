import { atAnswer } from "./issue.js";
import { askedQuestions, type Rule } from "./rule.js";

/** Every choice ticked is one that the form prints, ticked once. A known code with spaces around it is V05's. */
export const formKnownChoice: Rule = {
  id: "FORM",
  severity: "E",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap(({ question: code, choices }, index) => {
      const question = questions.get(code);
      if (!question?.choices.length || !choices) return [];
      const printed = question.choices.map((choice) => choice.code);
      const unknown = choices.filter((choice) => !printed.includes(choice.trim()));
      const repeated = choices.filter((choice, position) => choices.indexOf(choice) !== position);
      return [
        ...unknown.map((choice) =>
          atAnswer(index, code, "choices", {
            code: "UNKNOWN_CHOICE",
            fr: `« ${choice} » n'est pas un choix de la question ${code}.`,
            en: `“${choice}” is not a choice of question ${code}.`,
            observed: choice,
            expected: printed.join(", "),
          }),
        ),
        ...repeated.map((choice) =>
          atAnswer(index, code, "choices", {
            code: "REPEATED_CHOICE",
            fr: `Le choix « ${choice} » de la question ${code} est donné deux fois.`,
            en: `The choice “${choice}” of question ${code} is given twice.`,
            observed: choice,
          }),
        ),
      ];
    });
  },
};
