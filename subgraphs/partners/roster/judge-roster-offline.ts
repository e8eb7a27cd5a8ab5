import { statusOf } from "./roster-status.js";
import { offlineRules } from "./rules/index.js";
import type { RosterIssue } from "./rules/issue.js";
import { issuesOf, type SentRoster } from "./rules/rule.js";

/**
 * What the rules of the hub say of a roster without asking the hub: what it held before is not known here. A direct
 * identifier is found before anything leaves the office.
 */
export function judgeRosterOffline(
  roster: SentRoster,
  today: string,
): { readonly isAcceptable: boolean; readonly issues: readonly RosterIssue[] } {
  const issues = issuesOf(offlineRules, roster, {
    establishment: "",
    callerEstablishment: "",
    baseRevision: null,
    currentRevision: null,
    current: new Map(),
    withdrawnBefore: new Set(),
    today,
  });
  return { isAcceptable: statusOf(issues) !== "REJECTED", issues };
}
