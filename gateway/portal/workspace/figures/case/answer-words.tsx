import type { Language } from "../../../language.js";
import { numberIn } from "../../../figures/numbers.js";
import { Text } from "../../../parts/text.js";
import { catalogue } from "../../../words/catalogue.js";
import type { SentAnswer } from "./sent-answer.js";
import type { Question } from "./figures-case.js";

/** What the missing codes say, and what stands for no answer. */
export const missingWords = catalogue({
  fr: {
    DOES_NOT_KNOW: "Je ne sais pas",
    NOT_APPLICABLE: "Ne s'applique pas",
    NOT_ANSWERED: "Sans réponse",
    nothing: "Pas de réponse",
    comment: "Commentaire : {comment}",
  },
  en: {
    DOES_NOT_KNOW: "I do not know",
    NOT_APPLICABLE: "Does not apply",
    NOT_ANSWERED: "Not answered",
    nothing: "No answer",
    comment: "Comment: {comment}",
  },
});

/** Why somebody may give no value, the usual reason first. */
export const missingReasons = ["DOES_NOT_KNOW", "NOT_APPLICABLE", "NOT_ANSWERED"] as const;

interface AnswerWordsProps {
  readonly question: Pick<Question, "code" | "choices">;
  readonly answers: readonly SentAnswer[];
  readonly language: Language;
}

/** What was answered to a question, for people: labels in place of codes. */
export const AnswerWords = ({ question, answers, language }: AnswerWordsProps) => {
  const own = answers.filter((answer) => answer.question === question.code);
  const say = missingWords(language);
  if (own.length === 0) return <em>{say("nothing")}</em>;
  return (
    <>
      {own.map((answer, index) => (
        <OneAnswer key={index} question={question} answer={answer} language={language} />
      ))}
    </>
  );
};

const OneAnswer = ({
  question,
  answer,
  language,
}: Omit<AnswerWordsProps, "answers"> & { readonly answer: SentAnswer }) => {
  const { number, text, choices, missing, comment } = answer;
  const say = missingWords(language);
  return (
    <>
      {typeof number === "number" && <data value={number}>{numberIn(language, number)}</data>}
      {text && <span class="figures-words">{text}</span>}
      {choices && choices.length === 1 && (
        <Choice question={question} code={choices[0]!} language={language} />
      )}
      {choices && choices.length > 1 && (
        <ul class="figures-list">
          {choices.map((code) => (
            <li key={code}>
              <Choice question={question} code={code} language={language} />
            </li>
          ))}
        </ul>
      )}
      {missing && <em>{say(missing)}</em>}
      {comment && <span class="figures-comment">{say("comment", { comment })}</span>}
    </>
  );
};

const Choice = ({
  question,
  code,
  language,
}: Pick<AnswerWordsProps, "question" | "language"> & { readonly code: string }) => {
  const choice = question.choices.find((one) => one.code === code);
  return choice ? <Text of={choice.label} language={language} /> : <code>{code}</code>;
};
