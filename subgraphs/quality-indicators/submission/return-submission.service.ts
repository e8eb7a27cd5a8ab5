import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import { decide, refuseOtherState, takeUpCase } from "./decision.js";
import { refuseUnusableReason } from "./given-reason.js";
import { SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";

/** Gives a submission back to its office with the reason; refuses one that was not submitted. */
export const returnSubmission = (context: SubgraphContext, id: string, reason: string): Promise<Submission> =>
  asCaller(context, async (manager) => {
    refuseUnusableReason(reason);
    const current = await takeUpCase(manager, context, id);
    refuseOtherState(current.submission, SubmissionState.SUBMITTED);
    return decide(manager, current, {
      event: AuditEvent.RETURNED,
      at: context.clock(),
      reason,
      changes: { state: SubmissionState.RETURNED },
    });
  });
