import { isBlocking } from "../../../../../subgraphs/offline.js";
import type { SubmissionMode } from "../../../asking/authenticated.types.js";
import type { PortalPushFiguresMutation } from "../asking/push-figures.operation.js";
import type { SentAnswer } from "./sent-answer.js";

type SentIssue = PortalPushFiguresMutation["submitYearlyFigures"]["issues"][number];

/** Something to mend or to explain, at its question. */
export interface ToldIssue {
  readonly rule: string;
  /** E keeps the figures from being submitted, W asks for a comment, I informs. */
  readonly severity: SentIssue["severity"];
  readonly code: string;
  /** Where, in what was sent: « answers[3].number », « reason ». */
  readonly path: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly question: string | null;
  readonly messages: { readonly fr: string; readonly en: string };
  readonly observed: string | null;
  readonly expected: string | null;
  /** True when it keeps from being done what was asked for; an explained warning does not. */
  readonly isBlocking: boolean;
}

/** An issue of the hub, weighed for what was asked for. */
export const toldIssue = (
  { fr, en, ...issue }: SentIssue,
  answers: readonly SentAnswer[],
  mode: SubmissionMode,
): ToldIssue => {
  const { rule, severity, code, path, row, column, question, observed, expected } = issue;
  const messages = { fr, en };
  return {
    rule,
    severity,
    code,
    path,
    row,
    column,
    question,
    messages,
    observed,
    expected,
    isBlocking: isBlocking({ ...issue, messages }, answers, mode),
  };
};

/** The issues of a question. */
export const issuesAt = (issues: readonly ToldIssue[], question: string): readonly ToldIssue[] =>
  issues.filter((issue) => issue.question === question);
