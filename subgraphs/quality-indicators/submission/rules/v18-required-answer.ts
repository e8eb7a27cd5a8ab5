import { hasValue, isMissing, placesOf } from "../answer.js";
import { atAnswer, atInput, atQuestion, type Finding } from "./issue.js";
import { askedQuestions, type PushContext, type Rule, type RuledForm } from "./rule.js";

/** V18: a blank is not a zero: every required item has a value or says why there is none, and the notice is accepted. */
export const v18RequiredAnswer: Rule = {
  id: "V18",
  severity: "E",
  check: (answers, form, context) => [
    ...[...askedQuestions(form).values()]
      .filter(({ required }) => required)
      .flatMap(({ code }) => {
        const places = placesOf(answers, code);
        if (places.some((place) => hasValue(answers[place]!) || isMissing(answers[place]!))) return [];
        const words = {
          code: "REQUIRED",
          fr: `La question ${code} attend une valeur, ou la raison pour laquelle il n'y en a pas. Un blanc n'est pas un zéro.`,
          en: `Question ${code} needs a value, or the reason why there is none. A blank is not a zero.`,
          expected: "value | NOT_ANSWERED | DOES_NOT_KNOW | NOT_APPLICABLE",
        };
        const [index] = places;
        return index === undefined ? atQuestion(code, words) : atAnswer(index, code, null, words);
      }),
    ...noticeIssues(form, context),
  ],
};

function noticeIssues(form: RuledForm, { mode, noticeVersion }: PushContext): Finding[] {
  if (mode !== "SUBMIT" || noticeVersion === form.notice.version) return [];
  return [
    atInput("noticeVersion", {
      code: "NOTICE_NOT_ACCEPTED",
      fr: `Pour soumettre, acceptez l'avis de la campagne (version ${form.notice.version}).`,
      en: `To submit, accept the notice of the campaign (version ${form.notice.version}).`,
      observed: noticeVersion,
      expected: form.notice.version,
    }),
  ];
}
