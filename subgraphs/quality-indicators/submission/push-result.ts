import type { Difference, PushCounts } from "./push-difference.js";
import type { PushStatusCode } from "./push-status.js";
import type { Issue } from "./rules/issue.js";
import type { Submission } from "./submission.entity.js";

/** A submission as it stood right after a push: part of the answer that a replay repeats. */
export interface PushedState extends Pick<Submission, "id" | "campaign" | "office" | "state" | "revision"> {
  readonly establishment: { readonly code: string };
  /** ISO 8601, UTC: the result is kept as JSON. */
  readonly submittedAt: string;
}

/** What a push is answered; kept as it is under its key. */
export interface PushResult {
  readonly status: PushStatusCode;
  readonly submission: PushedState | null;
  readonly revision: number | null;
  readonly receipt: string | null;
  readonly contentHash: string | null;
  readonly counts: PushCounts;
  readonly issues: readonly Issue[];
  readonly difference: readonly Difference[];
}

/** What a result tells of a submission. */
export const pushedSubmission = (
  {
    id,
    campaign,
    office,
    establishmentCode,
    state,
    revision,
  }: Omit<Submission, "approvedRevision" | "approvedBy" | "approvedAt" | "publishedRevision">,
  submittedAt: Date,
): PushedState => ({
  id,
  campaign,
  office,
  establishment: { code: establishmentCode },
  state,
  revision,
  submittedAt: submittedAt.toISOString(),
});
