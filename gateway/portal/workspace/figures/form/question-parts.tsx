import { countWords } from "../../../../../subgraphs/offline.js";
import type { Language } from "../../../language.js";
import { Text } from "../../../parts/text.js";
import { AnswerWords } from "../case/answer-words.js";
import type { FiguresCase, Question } from "../case/figures-case.js";
import type { ToldIssue } from "../case/told-issue.js";
import type { TypedAnswer } from "../case/typed-answers.js";
import { formWords } from "./words.js";

/** Where what is said beside a question stands, for the fields that it describes. */
export const partIds = (code: string) => ({
  help: `h-${code}`,
  lastYear: `y-${code}`,
  issues: `i-${code}`,
  count: `n-${code}`,
});

interface PartProps {
  readonly question: Question;
  readonly figures: FiguresCase;
  readonly language: Language;
}

/** What a question expects: its help, when it is asked, the form of its value. */
export const QuestionHelp = ({ question, figures, language }: PartProps) => {
  const say = formWords(language);
  const { code, help, type, constraints } = question;
  return (
    <div class="figures-help" id={partIds(code).help}>
      <OnlyIf question={question} figures={figures} language={language} />
      {help && (
        <p>
          <Text of={help} language={language} />
        </p>
      )}
      {type === "INTEGER" && <p>{say("wholeNumber")}</p>}
      {type === "DECIMAL" && <p>{say("decimalNumber", { decimals: constraints.decimals ?? 0 })}</p>}
      {type === "TEXTS" && <p>{say("oneALine")}</p>}
    </div>
  );
};

const OnlyIf = ({ question: { condition }, figures, language }: PartProps) => {
  if (!condition) return null;
  const other = figures.form.questions.find(({ code }) => code === condition.question);
  const choice = other?.choices.find(({ code }) => code === condition.choice);
  if (!other || !choice) return null;
  return (
    <p>
      {formWords(language)("onlyIf", { number: other.number })}{" "}
      <strong>
        <Text of={choice.label} language={language} />
      </strong>
    </p>
  );
};

/** What the office answered to the same question in its last campaign. */
export const LastYearAnswer = ({ question, figures: { lastYear }, language }: PartProps) => {
  if (!lastYear?.answers.some((answer) => answer.question === question.code)) return null;
  return (
    <div class="figures-last-year" id={partIds(question.code).lastYear}>
      <span class="figures-label">{formWords(language)("lastYear", { campaign: lastYear.campaign })}</span>{" "}
      <AnswerWords question={question} answers={lastYear.answers} language={language} />
    </div>
  );
};

/** What is to be mended or explained at a question; empty, it is where the page's script writes. */
export const QuestionIssues = ({
  code,
  issues,
  language,
}: {
  readonly code: string;
  readonly issues: readonly ToldIssue[];
  readonly language: Language;
}) => (
  <ul class="figures-issues" id={partIds(code).issues} hidden={issues.length === 0}>
    {issues.map((issue) => (
      <li key={`${issue.rule}${issue.code}`} class={`figures-issue-${issue.severity}`}>
        <IssueWords issue={issue} language={language} />
      </li>
    ))}
  </ul>
);

const weightOf = ({ severity, question, isBlocking }: ToldIssue) =>
  severity !== "W" || isBlocking
    ? (`severity${severity}` as const)
    : question === null
      ? "severityI"
      : "explained";

/** An issue in words, with its weight and its rule. */
export const IssueWords = ({
  issue,
  language,
}: {
  readonly issue: ToldIssue;
  readonly language: Language;
}) => {
  const say = formWords(language);
  const { rule, severity, messages, isBlocking } = issue;
  return (
    <>
      <strong>{say(weightOf(issue))}</strong> {messages[language]}{" "}
      {severity === "W" && isBlocking && <>{say("explain")} </>}
      <small>({say("rule", { rule })})</small>
    </>
  );
};

/** How many words a text has, where they are limited. */
export const WordCount = ({
  question: { code, constraints },
  typed,
  language,
}: Pick<PartProps, "question" | "language"> & { readonly typed: TypedAnswer }) => {
  const { maximumWords } = constraints;
  if (typeof maximumWords !== "number") return null;
  return (
    <p class="figures-count" id={partIds(code).count}>
      {wordCountIn(language, typed.values[0] ?? "", maximumWords)}
    </p>
  );
};

/** « 12 mots sur 150 au plus. » */
export const wordCountIn = (language: Language, text: string, most: number): string =>
  formWords(language)("wordCount", { words: countWords(text), most });
