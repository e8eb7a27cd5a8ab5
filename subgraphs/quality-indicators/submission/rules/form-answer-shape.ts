import { type Answer, type AnswerKind, answerKinds, kindsOf } from "../answer.js";
import { atAnswer, type Finding } from "./issue.js";
import { askedQuestions, type Rule, type RuledQuestion } from "./rule.js";

const kindOfType: Record<RuledQuestion["type"], AnswerKind> = {
  CHOICE: "choices",
  CHOICES: "choices",
  INTEGER: "number",
  DECIMAL: "number",
  TEXT: "text",
  TEXTS: "text",
};

/** Each answer carries exactly one value, of the kind that its question takes. */
export const formAnswerShape: Rule = {
  id: "FORM",
  severity: "E",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap((answer, index) => shapeOf(answer, index, questions.get(answer.question)));
  },
};

function shapeOf(answer: Answer, index: number, question: RuledQuestion | undefined): Finding[] {
  const kinds = kindsOf(answer);
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined)
    return [
      atAnswer(index, answer.question, null, {
        code: "NOT_ONE_VALUE",
        fr: "Donnez une seule valeur : un nombre, un texte, des choix, ou la raison pour laquelle il n'y en a pas.",
        en: "Give exactly one value: a number, a text, choices, or the reason why there is none.",
        observed: kinds.join(", "),
        expected: answerKinds.join(" | "),
      }),
    ];
  if (!question || kind === "missing") return [];
  const expected = kindOfType[question.type];
  if (kind !== expected)
    return [
      atAnswer(index, answer.question, kind, {
        code: "WRONG_KIND",
        fr: `La question ${question.code} attend ${inFrench[expected]}.`,
        en: `Question ${question.code} takes ${inEnglish[expected]}.`,
        observed: kind,
        expected,
      }),
    ];
  if (question.type === "CHOICE" && (answer.choices?.length ?? 0) > 1)
    return [
      atAnswer(index, answer.question, "choices", {
        code: "MORE_THAN_ONE_CHOICE",
        fr: `La question ${question.code} n'accepte qu'un choix.`,
        en: `Question ${question.code} takes one choice only.`,
        observed: answer.choices?.join(", ") ?? null,
        expected: 1,
      }),
    ];
  return [];
}

const inFrench: Record<AnswerKind, string> = {
  number: "un nombre",
  text: "un texte",
  choices: "un ou des choix",
  missing: "une raison",
};
const inEnglish: Record<AnswerKind, string> = {
  number: "a number",
  text: "a text",
  choices: "one or several choices",
  missing: "a reason",
};
