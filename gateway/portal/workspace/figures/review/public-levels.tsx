import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { Text } from "../../../parts/text.js";
import { AnswerWords } from "../case/answer-words.js";
import { askedOf, type FiguresCase, type Question } from "../case/figures-case.js";
import { reviewWords } from "./words.js";

const levels = ["ESTABLISHMENT", "GROUP", "PROVINCE", "NEVER"] as const satisfies Question["finestLevel"][];

/** Each answer under the finest level that the campaign's form gives its question. */
export const PublicLevels = ({
  figures,
  language,
}: {
  readonly figures: FiguresCase;
  readonly language: Language;
}) => {
  const answers = figures.current?.answers ?? [];
  const answered = askedOf(figures.form).filter(({ code }) =>
    answers.some(({ question }) => question === code),
  );
  const present = levels.filter((level) =>
    askedOf(figures.form).some(({ finestLevel }) => finestLevel === level),
  );
  return (
    <>
      {present.map((level) => (
        <Level
          key={level}
          level={level}
          questions={answered.filter(({ finestLevel }) => finestLevel === level)}
          answers={answers}
          language={language}
        />
      ))}
    </>
  );
};

const Level = ({
  level,
  questions,
  answers,
  language,
}: {
  readonly level: (typeof levels)[number];
  readonly questions: readonly Question[];
  readonly answers: NonNullable<FiguresCase["current"]>["answers"];
  readonly language: Language;
}) => {
  const say = reviewWords(language);
  const title = say(`level${level}`);
  return (
    <section data-level={level}>
      <h3>{title}</h3>
      <p>{say(`level${level}How`)}</p>
      {questions.length === 0 ? (
        <p>{say("nothing")}</p>
      ) : (
        <Scroll label={title}>
          <table class="figures-answers">
            <caption class="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say("question")}</th>
                <th scope="col">{say("answer")}</th>
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <tr key={question.code} data-question={question.code}>
                  <th scope="row">
                    {question.number} <Text of={question.text} language={language} />
                  </th>
                  <td>
                    <AnswerWords question={question} answers={answers} language={language} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
};
