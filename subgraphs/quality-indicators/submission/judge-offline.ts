import type { Answer } from "./answer.js";
import { type PushStatusCode, statusOf } from "./push-status.js";
import { rules } from "./rules/index.js";
import type { Issue } from "./rules/issue.js";
import { issuesOf, type PushContext, type RuledForm } from "./rules/rule.js";

/** What a sender knows of a push before the hub sees it. */
export type SentPlace = Pick<
  PushContext,
  "mode" | "establishment" | "office" | "reason" | "noticeVersion" | "peerGroup" | "period"
>;

/**
 * What the rules of the hub say of answers without asking the hub: the sender is taken at its word for whom it speaks
 * and where it starts from, and earlier figures are not known here; the hub checks all three when it receives the push.
 */
export function judgeOffline(
  answers: readonly Answer[],
  form: RuledForm,
  sent: SentPlace,
): { readonly status: PushStatusCode; readonly issues: readonly Issue[] } {
  const issues = issuesOf(rules, answers, form, {
    ...sent,
    callerEstablishment: sent.establishment,
    expectedOffices: [sent.office ?? ""],
    baseRevision: null,
    currentRevision: null,
    hasApprovedRevision: false,
    previous: null,
    missedDeadline: null,
  });
  return { status: statusOf(issues, answers, sent.mode), issues };
}
