import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { Text } from "../../../parts/text.js";
import { AnswerShown } from "./answer-shown.js";
import type { Answer, Earlier, Form, Question, Submission } from "./read-submission.js";
import { submissionWords } from "./words.js";

interface TableProps {
  readonly submission: Submission;
  readonly form: Form;
  readonly earlier: Earlier | null;
  readonly language: Language;
}

/** Every answer beside that of the year before, one table a section of the form. */
export const AnswersTable = ({ submission, form, earlier, language }: TableProps) => {
  const say = submissionWords(language);
  const now = byQuestion(submission.answers);
  const before = byQuestion(earlier?.answers ?? []);
  return (
    <>
      <h2>{say("answers")}</h2>
      <p>{earlier ? say("besides", { campaign: earlier.campaign }) : say("noEarlier")}</p>
      {form.sections.map(({ code, title }) => {
        const questions = form.questions.filter(
          (question) => question.section === code && (now.has(question.code) || before.has(question.code)),
        );
        if (questions.length === 0) return null;
        return (
          <section key={code}>
            <h3 id={`section-${code}`}>
              <Text of={title} language={language} />
            </h3>
            <Scroll label={say("sectionTable", { section: code })}>
              <table aria-labelledby={`section-${code}`}>
                <thead>
                  <tr>
                    <th scope="col">{say("question")}</th>
                    <th scope="col">{submission.campaign}</th>
                    <th scope="col">{earlier?.campaign ?? say("yearBefore")}</th>
                  </tr>
                </thead>
                <tbody>
                  {questions.map((question) => (
                    <QuestionRow key={question.code} {...{ question, now, before, language }} />
                  ))}
                </tbody>
              </table>
            </Scroll>
          </section>
        );
      })}
    </>
  );
};

type Answers = ReadonlyMap<string, readonly Answer[]>;

function byQuestion(answers: readonly Answer[]): Answers {
  const grouped = new Map<string, Answer[]>();
  for (const answer of answers)
    grouped.set(answer.question, [...(grouped.get(answer.question) ?? []), answer]);
  return grouped;
}

interface RowProps {
  readonly question: Question;
  readonly now: Answers;
  readonly before: Answers;
  readonly language: Language;
}

const QuestionRow = ({ question, now, before, language }: RowProps) => {
  const say = submissionWords(language);
  return (
    <tr>
      <th scope="row">
        {question.code} <Text of={question.text} language={language} />{" "}
        {question.finestLevel === "NEVER" && <span class="mark">{say("neverPublic")}</span>}
      </th>
      {[now, before].map((answers, index) => (
        <td key={index}>
          {(answers.get(question.code) ?? []).map((answer, rank) => (
            <AnswerShown key={rank} answer={answer} question={question} language={language} />
          ))}
        </td>
      ))}
    </tr>
  );
};
