import { Text } from "../../../parts/text.js";
import type { Question } from "../case/figures-case.js";
import { issuesAt } from "../case/told-issue.js";
import { typedFor } from "../case/typed-answers.js";
import { fieldId, type FormView } from "./form-view.js";
import { Aside, isTicked, QuestionField } from "./question-field.js";
import { LastYearAnswer, partIds, QuestionHelp, QuestionIssues, WordCount } from "./question-parts.js";
import { formWords } from "./words.js";

/** One question with its help, last year's answer, its field, and what is to be mended. */
export const QuestionBlock = ({
  view,
  question,
}: {
  readonly view: FormView;
  readonly question: Question;
}) => {
  const { figures, asked } = view;
  const { language } = asked;
  const typed = typedFor(view.typed, question.code);
  const issues = issuesAt(view.issues, question.code);
  const ids = partIds(question.code);
  const hasLastYear = figures.lastYear?.answers.some((answer) => answer.question === question.code) ?? false;
  const describedBy = [
    ids.help,
    ...(hasLastYear ? [ids.lastYear] : []),
    ids.issues,
    ...(typeof question.constraints.maximumWords === "number" ? [ids.count] : []),
  ].join(" ");
  const isWrong = issues.some(({ isBlocking }) => isBlocking);
  const field = { question, typed, language, describedBy, isWrong };
  const inside = (
    <>
      <QuestionHelp question={question} figures={figures} language={language} />
      <LastYearAnswer question={question} figures={figures} language={language} />
      <QuestionIssues code={question.code} issues={issues} language={language} />
      <QuestionField {...field} />
      <WordCount question={question} typed={typed} language={language} />
      <Aside {...field} isOpen={issues.some(({ severity }) => severity === "W")} />
    </>
  );
  const title = <QuestionTitle view={view} question={question} />;
  const state = isWrong ? " is-wrong" : "";
  return isTicked(question) ? (
    <fieldset class={`figures-question${state}`} data-question={question.code} aria-describedby={describedBy}>
      <legend>{title}</legend>
      {inside}
    </fieldset>
  ) : (
    <div class={`figures-question${state}`} data-question={question.code}>
      <label for={fieldId(question.code)}>{title}</label>
      {inside}
    </div>
  );
};

const QuestionTitle = ({ view, question }: { readonly view: FormView; readonly question: Question }) => {
  const { language } = view.asked;
  const say = formWords(language);
  return (
    <>
      <span class="figures-number-of">{question.number}</span> <Text of={question.text} language={language} />{" "}
      <span class="figures-required">
        ({say(question.required ? "required" : question.requiredWhenCondition ? "requiredThen" : "optional")})
      </span>
    </>
  );
};
