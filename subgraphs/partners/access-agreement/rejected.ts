import type { AccessIssueFound } from "./access-issue.js";
import { type AccessDecisionResult, AccessOutcome } from "./access-result.entity.js";

/** The result of a decision that was not taken. */
export const rejected = (issues: readonly AccessIssueFound[]): AccessDecisionResult => ({
  status: AccessOutcome.REJECTED,
  agreement: null,
  request: null,
  issues,
});
