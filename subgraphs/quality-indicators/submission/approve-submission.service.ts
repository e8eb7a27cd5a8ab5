import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import { decide, refuseOtherState, takeUpCase } from "./decision.js";
import { SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";

/**
 * Approves the current revision of a submission; the approver is not its sender (V24).
 * Refuses a revision that is no longer the current one, and a submission that was not submitted.
 */
export const approveSubmission = (
  context: SubgraphContext,
  id: string,
  revision?: number,
): Promise<Submission> =>
  asCaller(context, async (manager) => {
    const current = await takeUpCase(manager, context, id);
    const { submission, sent, actor } = current;
    if (revision !== undefined && revision !== submission.revision)
      throw new HubError(
        "STALE_REVISION",
        { given: String(revision), current: String(submission.revision) },
        "revision",
      );
    refuseOtherState(submission, SubmissionState.SUBMITTED);
    if (sent.submittedBy === actor)
      throw new HubError(
        "SAME_PERSON",
        { rule: { fr: "envoyer des données et les approuver", en: "send figures and approve them" } },
        "id",
      );
    const at = context.clock();
    return decide(manager, current, {
      event: AuditEvent.APPROVED,
      at,
      reason: null,
      changes: {
        state: SubmissionState.APPROVED,
        approvedRevision: submission.revision,
        approvedBy: actor,
        approvedAt: at,
      },
    });
  });
