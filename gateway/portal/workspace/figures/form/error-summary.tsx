import type { Language } from "../../../language.js";
import type { ToldIssue } from "../case/told-issue.js";
import { fieldId } from "./form-view.js";
import { IssueWords } from "./question-parts.js";
import { formWords } from "./words.js";

const weight = { E: 0, W: 1, I: 2 } as const;

interface ErrorSummaryProps {
  readonly issues: readonly ToldIssue[];
  readonly language: Language;
  /** The address of the page that the fields are on; empty when they are on this one. */
  readonly address?: string;
}

/** Everything to review, the gravest first, each with the way to its field; where a reader begins. */
export const ErrorSummary = ({ issues, language, address = "" }: ErrorSummaryProps) => {
  if (issues.length === 0) return null;
  const inOrder = [...issues].sort((one, other) => weight[one.severity] - weight[other.severity]);
  const isGrave = issues.some(({ isBlocking }) => isBlocking);
  return (
    <section
      class={`notice ${isGrave ? "danger" : "caution"} figures-summary`}
      id="summary"
      tabIndex={-1}
      autofocus
      aria-labelledby="summary-title"
    >
      <h2 id="summary-title">{formWords(language)("summary", { count: issues.length })}</h2>
      <ul>
        {inOrder.map((issue, index) => (
          <li key={index}>
            <FieldLink issue={issue} language={language} address={address} />
            <IssueWords issue={issue} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
};

// What is said of the push as a whole has its field on the page itself.
const fieldsOfPush = { reason: "reason", office: "office", noticeVersion: "notice" } as const;

const FieldLink = ({
  issue: { question, path },
  language,
  address,
}: { readonly issue: ToldIssue; readonly address: string } & Pick<ErrorSummaryProps, "language">) => {
  const say = formWords(language);
  if (question !== null) {
    return (
      <>
        <a href={`${address}#${fieldId(question)}`}>{say("questionCode", { code: question })}</a>{" "}
      </>
    );
  }
  if (!(path in fieldsOfPush)) return null;
  const field = fieldsOfPush[path as keyof typeof fieldsOfPush];
  return (
    <>
      <a href={`#${field}`}>{say(field)}</a>{" "}
    </>
  );
};
