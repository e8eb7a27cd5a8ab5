import type { Language } from "../../../language.js";
import { French, wordsOf } from "../../../parts/text.js";
import { Count } from "../parts/count.js";
import type { Answer, Question } from "./read-submission.js";
import { submissionWords } from "./words.js";

interface ShownProps {
  readonly answer: Answer;
  readonly question: Question;
  readonly language: Language;
}

/** One answer in words, with the comment that its office gave. */
export const AnswerShown = ({ answer, question, language }: ShownProps) => {
  const say = submissionWords(language);
  return (
    <div>
      {answer.response > 1 && <span>{say("response", { number: answer.response })} </span>}
      <Value answer={answer} question={question} language={language} />
      {answer.comment && (
        <p class="hint">
          {say("comment")} <French language={language}>{answer.comment}</French>
        </p>
      )}
    </div>
  );
};

const Value = ({ answer: { number, text, choices, missing }, question, language }: ShownProps) => {
  if (number !== null) return <Count of={number} language={language} />;
  if (missing !== null) return <em>{submissionWords(language)(missing)}</em>;
  if (choices !== null) return <>{choices.map((code) => choiceIn(question, code, language)).join(" · ")}</>;
  return (
    <span class="own-words">
      <French language={language}>{text ?? ""}</French>
    </span>
  );
};

const choiceIn = ({ choices }: Question, code: string, language: Language): string => {
  const choice = choices.find((one) => one.code === code);
  return choice ? wordsOf(choice.label, language) : code;
};
