import { type Answer, choicesFor, hasValue, isMissing } from "../answer.js";
import { atAnswer, atQuestion, type Finding } from "./issue.js";
import type { RuledForm, RuledQuestion } from "./rule.js";

type Conditional = RuledQuestion & { readonly condition: NonNullable<RuledQuestion["condition"]> };

/** The questions asked beside a choice, of those that the rule cares for. */
export const conditionalQuestions = (form: RuledForm, matches: (choice: string) => boolean): Conditional[] =>
  form.questions.filter(
    (question): question is Conditional =>
      question.asked && question.condition !== null && matches(question.condition.choice),
  );

/** What is asked beside a choice is answered if, and where the form says so only if, that choice is ticked. */
export function conditionIssues(answers: readonly Answer[], question: Conditional): Finding[] {
  const { code, condition, requiredWhenCondition } = question;
  const isTicked = choicesFor(answers, condition.question).includes(condition.choice);
  const given = answers.findIndex((answer) => answer.question === code && hasValue(answer));
  const deciding = answers.findIndex((answer) => answer.question === condition.question);
  const relatedPaths = deciding === -1 ? [] : [`answers[${deciding}].choices`];
  const expected = `${condition.question} = ${condition.choice}`;
  if (given !== -1 && !isTicked)
    return [
      atAnswer(given, code, answers[given]?.number === undefined ? "text" : "number", {
        code: "CONDITION_NOT_MET",
        fr: `La réponse à ${code} n'a de sens que si ${condition.question} vaut ${condition.choice}. Cochez ce choix ou retirez-la.`,
        en: `The answer to ${code} only makes sense when ${condition.question} is ${condition.choice}. Tick that choice or take it out.`,
        expected,
        relatedPaths,
      }),
    ];
  if (given !== -1 || !isTicked || !requiredWhenCondition) return [];
  const empty = answers.findIndex((answer) => answer.question === code);
  const words = {
    code: "REQUIRED_BY_CHOICE",
    fr: `${condition.question} vaut ${condition.choice} : précisez-le à la question ${code}.`,
    en: `${condition.question} is ${condition.choice}: give the detail in question ${code}.`,
    expected: code,
    relatedPaths,
  };
  const isExcused = empty !== -1 && isMissing(answers[empty]!);
  return [
    empty === -1 ? atQuestion(code, words) : atAnswer(empty, code, isExcused ? "missing" : "text", words),
  ];
}
