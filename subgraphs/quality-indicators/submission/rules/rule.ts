import type { FormTotal } from "../../form/form-module.entity.js";
import type { FormQuestion } from "../../form/form-question.entity.js";
import type { Period } from "../../observation/period.js";
import type { Answer } from "../answer.js";
import type { Finding, Issue, Severity } from "./issue.js";

/** The part of a form that rules read. */
export interface RuledForm {
  readonly notice: { readonly version: string };
  readonly questions: readonly Pick<
    FormQuestion,
    "code" | "type" | "required" | "asked" | "choices" | "constraints" | "condition" | "requiredWhenCondition"
  >[];
  readonly totals: readonly FormTotal[];
}
export type RuledQuestion = RuledForm["questions"][number];

/** The approved answers of an earlier campaign, by question code. */
export interface PreviousFigures {
  readonly campaign: string;
  readonly answers: readonly Answer[];
}

/** What a rule knows of the push beside its answers. */
export interface PushContext {
  readonly mode: "DRY_RUN" | "DRAFT" | "SUBMIT";
  readonly establishment: string;
  readonly office: string | null;
  /** The establishment that the caller's token is bound to. */
  readonly callerEstablishment: string | null;
  /** The offices of that establishment that the campaign expects. */
  readonly expectedOffices: readonly string[];
  readonly baseRevision: number | null;
  readonly currentRevision: number | null;
  /** True once a revision was approved: what follows is a correction. */
  readonly hasApprovedRevision: boolean;
  /** True while the submission is withdrawn: a push makes it live again. */
  readonly isWithdrawn?: boolean;
  readonly reason: string | null;
  readonly noticeVersion: string | null;
  /** The peer group of that establishment: CISSS, CIUSSS, CHU_INSTITUT, or none. */
  readonly peerGroup: string | null;
  /** The days that the campaign asks about. */
  readonly period: Pick<Period, "from" | "to"> | null;
  /** What was last approved for the same office in an earlier campaign. */
  readonly previous: PreviousFigures | null;
  /** The deadline, once it has passed. */
  readonly missedDeadline: Date | null;
}

/** A check of the yearly figures: a pure function with the clause that it implements. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly check: (answers: readonly Answer[], form: RuledForm, context: PushContext) => readonly Finding[];
}

/** Every issue of every rule, in the order of the rules: nobody mends a form one mistake at a time. */
export const issuesOf = (
  rules: readonly Rule[],
  answers: readonly Answer[],
  form: RuledForm,
  context: PushContext,
): Issue[] =>
  rules.flatMap(({ id, severity, check }) =>
    check(answers, form, context).map((finding) => ({ rule: id, severity, ...finding })),
  );

const asked = new WeakMap<RuledForm["questions"], ReadonlyMap<string, RuledQuestion>>();

/** The questions that the form asks, by code; found once a form. */
export function askedQuestions({ questions }: RuledForm): ReadonlyMap<string, RuledQuestion> {
  const known = asked.get(questions);
  if (known) return known;
  const byCode = new Map(
    questions.filter((question) => question.asked).map((question) => [question.code, question]),
  );
  asked.set(questions, byCode);
  return byCode;
}
