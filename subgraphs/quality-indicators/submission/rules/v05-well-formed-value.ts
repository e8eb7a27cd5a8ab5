import type { Answer } from "../answer.js";
import { atAnswer, type Finding } from "./issue.js";
import { askedQuestions, type Rule, type RuledQuestion } from "./rule.js";

/** V05: integers are integers, nothing is negative, FTE has at most 2 decimals, codes are trimmed, text is text. */
export const v05WellFormedValue: Rule = {
  id: "V05",
  severity: "E",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap((answer, index) => [
      ...numberIssues(answer, index, questions.get(answer.question)),
      ...untrimmedChoices(answer, index, questions.get(answer.question)),
      ...unreadableText(answer, index, "text"),
      ...unreadableText(answer, index, "comment"),
    ]);
  },
};

/** What V05 has against the number of one answer. */
export function numberIssues(
  { number }: Answer,
  index: number,
  question: RuledQuestion | undefined,
): Finding[] {
  if (typeof number !== "number" || !question) return [];
  const { minimum, maximum, decimals } = question.constraints;
  const issue = (code: string, expected: string, fr: string, en: string): Finding =>
    atAnswer(index, question.code, "number", { code, fr, en, observed: number, expected });
  if (question.type === "INTEGER" && !Number.isSafeInteger(number))
    return [
      issue(
        "NOT_AN_INTEGER",
        "0, 1, 2…",
        `${question.code} est un nombre entier, sans décimale.`,
        `${question.code} is a whole number, without decimals.`,
      ),
    ];
  if (typeof minimum === "number" && number < minimum)
    return [
      issue(
        "TOO_SMALL",
        `≥ ${minimum}`,
        `${question.code} ne peut pas être plus petit que ${minimum}.`,
        `${question.code} cannot be smaller than ${minimum}.`,
      ),
    ];
  if (typeof maximum === "number" && number > maximum)
    return [
      issue(
        "TOO_LARGE",
        `≤ ${maximum}`,
        `${question.code} ne peut pas dépasser ${maximum}.`,
        `${question.code} cannot be more than ${maximum}.`,
      ),
    ];
  if (typeof decimals === "number" && Number(number.toFixed(decimals)) !== number)
    return [
      issue(
        "TOO_MANY_DECIMALS",
        String(decimals),
        `${question.code} a au plus ${decimals} décimales.`,
        `${question.code} has at most ${decimals} decimals.`,
      ),
    ];
  return [];
}

function untrimmedChoices(
  { choices }: Answer,
  index: number,
  question: RuledQuestion | undefined,
): Finding[] {
  const spaced = (choices ?? []).filter((choice) => choice !== choice.trim());
  if (spaced.length === 0 || !question) return [];
  const printed = question.choices.map(({ code }) => code);
  return spaced
    .filter((choice) => printed.includes(choice.trim()))
    .map((choice) =>
      atAnswer(index, question.code, "choices", {
        code: "NOT_TRIMMED",
        fr: `Le code « ${choice} » est entouré d'espaces ; écrivez « ${choice.trim()} ».`,
        en: `The code “${choice}” has spaces around it; write “${choice.trim()}”.`,
        observed: choice,
        expected: choice.trim(),
      }),
    );
}

// Half of a surrogate pair or a null character: no file and no database keeps them as text.
const isUnreadable = (text: string): boolean => /\p{Surrogate}/u.test(text) || text.includes("\0");

function unreadableText(answer: Answer, index: number, member: "text" | "comment"): Finding[] {
  if (!answer[member] || !isUnreadable(answer[member])) return [];
  return [
    atAnswer(index, answer.question, member, {
      code: "UNREADABLE_CHARACTER",
      fr: "Ce texte contient un caractère illisible. Retapez-le.",
      en: "This text has a character that cannot be read. Type it again.",
    }),
  ];
}
