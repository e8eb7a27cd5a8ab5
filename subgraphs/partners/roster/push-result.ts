import type { PushStatus } from "../../shared/push-status.js";
import type { RosterCounts } from "./roster-changes.js";
import type { RosterDifference } from "./roster-difference.js";
import type { RosterIssue } from "./rules/issue.js";

/** What is kept of an answer under its key: neither a local id nor a value of anybody, so that erasing leaves it as it is. */
export interface KeptResult {
  readonly status: `${PushStatus}`;
  readonly counts: RosterCounts;
  readonly issues: readonly RosterIssue[];
  readonly issueCount: number;
}

/** What a push of a roster is answered. */
export interface RosterPushResult extends KeptResult {
  readonly revision: number | null;
  readonly receipt: string | null;
  readonly pushedAt: Date | null;
  readonly difference: readonly RosterDifference[];
  readonly differenceCount: number;
}

/** A revision as it was written. */
export interface WrittenRevision {
  readonly revision: number;
  readonly head: string;
  readonly pushedAt: Date;
}

/** The receipt of a revision: establishment, revision, head of the chain. */
export const receiptOf = (establishment: string, { revision, head }: WrittenRevision): string =>
  `${establishment}/roster/${revision}/${head}`;

/** The whole answer of a push that was written; the same whenever it is asked again. */
export const writtenResult = (
  establishment: string,
  { status, counts, issues, issueCount }: KeptResult,
  written: WrittenRevision,
): RosterPushResult => ({
  status,
  counts,
  issues,
  issueCount,
  revision: written.revision,
  receipt: receiptOf(establishment, written),
  pushedAt: written.pushedAt,
  difference: [],
  differenceCount: 0,
});
