import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import { decide, refuseOtherState, takeUpCase } from "./decision.js";
import { refuseUnusableReason } from "./given-reason.js";
import { SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";

/**
 * Takes an approval back and gives the submission back to its office; what was published before stays approved.
 * Refuses a submission that is not waiting to be published: what is published changes by a new revision only (V24).
 */
export const unapproveSubmission = (
  context: SubgraphContext,
  id: string,
  reason: string,
): Promise<Submission> =>
  asCaller(context, async (manager) => {
    refuseUnusableReason(reason);
    const current = await takeUpCase(manager, context, id);
    refuseOtherState(current.submission, SubmissionState.APPROVED);
    // Which approval stands then is the database's to say: only its audit knows who gave the one before.
    return decide(manager, current, {
      event: AuditEvent.UNAPPROVED,
      at: context.clock(),
      reason,
      changes: { state: SubmissionState.RETURNED },
    });
  });
