import { type OpeningIssue, openingIssue } from "../../campaign/opening-issue.js";
import type { FormQuestion } from "../form-question.entity.js";
import type { FormCheck } from "./form-check.js";

/** What a question depends on is a choice of another one, and no question waits for itself. */
export const checkConditions: FormCheck = ({ questions }) => {
  const byCode = new Map(questions.map((question) => [question.code, question]));
  return questions.flatMap((question, index) => {
    const path = `form.questions[${index}]`;
    const { code, condition, required, requiredWhenCondition } = question;
    if (!condition)
      return requiredWhenCondition
        ? openingIssue("NO_CONDITION", `${path}.requiredWhenCondition`, {
            fr: `La question ${code} ne dépend d'aucune autre : dites qu'elle est exigée.`,
            en: `Question ${code} depends on no other: say that it is required.`,
            expected: "required",
          })
        : [];
    const always = required
      ? [
          openingIssue("REQUIRED_AND_CONDITIONAL", `${path}.required`, {
            fr: `La question ${code} ne se pose pas toujours : elle ne peut pas être toujours exigée.`,
            en: `Question ${code} is not always asked: it cannot always be required.`,
            expected: "requiredWhenCondition",
          }),
        ]
      : [];
    return [...always, ...decidingIssues(byCode, question, `${path}.condition`)];
  });
};

function decidingIssues(
  byCode: ReadonlyMap<string, FormQuestion>,
  { code, condition }: FormQuestion,
  path: string,
): OpeningIssue[] {
  if (!condition) return [];
  const deciding = byCode.get(condition.question);
  if (!deciding)
    return [
      openingIssue("UNKNOWN_QUESTION", `${path}.question`, {
        fr: `La question ${code} dépend de « ${condition.question} », que le formulaire ne pose pas.`,
        en: `Question ${code} depends on “${condition.question}”, which the form does not ask.`,
        observed: condition.question,
      }),
    ];
  if (!deciding.choices.some((choice) => choice.code === condition.choice))
    return [
      openingIssue("UNKNOWN_CHOICE", `${path}.choice`, {
        fr: `« ${condition.choice} » n'est pas un choix de la question ${condition.question}.`,
        en: `“${condition.choice}” is not a choice of question ${condition.question}.`,
        observed: condition.choice,
        expected: deciding.choices.map((choice) => choice.code).join(" | "),
      }),
    ];
  if (!waitsForItself(byCode, code)) return [];
  return [
    openingIssue("CIRCULAR_CONDITION", `${path}.question`, {
      fr: `La question ${code} attend sa propre réponse.`,
      en: `Question ${code} waits for its own answer.`,
      observed: condition.question,
    }),
  ];
}

function waitsForItself(byCode: ReadonlyMap<string, FormQuestion>, code: string): boolean {
  const seen = new Set<string>();
  let next = byCode.get(code)?.condition?.question;
  while (next !== undefined && !seen.has(next)) {
    if (next === code) return true;
    seen.add(next);
    next = byCode.get(next)?.condition?.question;
  }
  return false;
}
