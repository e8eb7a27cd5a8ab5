import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import { decide, takeUpCase } from "./decision.js";
import { refuseUnusableReason } from "./given-reason.js";
import { SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";

/**
 * Withdraws a submission, whatever its state: the next vintage leaves it out, the vintages that hold it keep it. A
 * new push from its current revision, with a reason, makes it live again. Refuses what is withdrawn already.
 */
export const withdrawSubmission = (
  context: SubgraphContext,
  id: string,
  reason: string,
): Promise<Submission> =>
  asCaller(context, async (manager) => {
    refuseUnusableReason(reason);
    const current = await takeUpCase(manager, context, id);
    const { state } = current.submission;
    if (state === SubmissionState.WITHDRAWN)
      throw new HubError(
        "WRONG_STATE",
        { state, expected: { fr: "un autre état", en: "another state" } },
        "id",
      );
    return decide(manager, current, {
      event: AuditEvent.WITHDRAWN,
      at: context.clock(),
      reason,
      changes: { state: SubmissionState.WITHDRAWN },
    });
  });
