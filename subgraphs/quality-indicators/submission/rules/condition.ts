import { type Answer, choicesFor, firstPlaceOf, hasValue, kindsOf, placesOf } from "../answer.js";
import { atAnswer, atQuestion, type Finding } from "./issue.js";
import { askedQuestions, type RuledForm, type RuledQuestion } from "./rule.js";

type Conditional = RuledQuestion & { readonly condition: NonNullable<RuledQuestion["condition"]> };

/** The questions asked beside a choice, of those that the rule cares for. */
export const conditionalQuestions = (form: RuledForm, matches: (choice: string) => boolean): Conditional[] =>
  [...askedQuestions(form).values()].filter(
    (question): question is Conditional => question.condition !== null && matches(question.condition.choice),
  );

/** What is asked beside a choice is answered if, and where the form says so only if, that choice is ticked. */
export function conditionIssues(answers: readonly Answer[], question: Conditional): Finding[] {
  const { code, condition, requiredWhenCondition } = question;
  const isTicked = choicesFor(answers, condition.question).includes(condition.choice);
  const given = placesOf(answers, code).find((place) => hasValue(answers[place]!));
  if (given === undefined && (!isTicked || !requiredWhenCondition)) return [];
  const deciding = firstPlaceOf(answers, condition.question);
  const relatedPaths = deciding === null ? [] : [`answers[${deciding}].choices`];
  const expected = `${condition.question} = ${condition.choice}`;
  if (given !== undefined && !isTicked)
    return [
      atAnswer(given, code, kindsOf(answers[given]!)[0] ?? null, {
        code: "CONDITION_NOT_MET",
        fr: `La réponse à ${code} n'a de sens que si ${condition.question} vaut ${condition.choice}. Cochez ce choix ou retirez-la.`,
        en: `The answer to ${code} only makes sense when ${condition.question} is ${condition.choice}. Tick that choice or take it out.`,
        expected,
        relatedPaths,
      }),
    ];
  if (given !== undefined) return [];
  const empty = firstPlaceOf(answers, code);
  const words = {
    code: "REQUIRED_BY_CHOICE",
    fr: `${condition.question} vaut ${condition.choice} : précisez-le à la question ${code}.`,
    en: `${condition.question} is ${condition.choice}: give the detail in question ${code}.`,
    expected: code,
    relatedPaths,
  };
  return [
    empty === null
      ? atQuestion(code, words)
      : atAnswer(empty, code, kindsOf(answers[empty]!)[0] ?? null, words),
  ];
}
