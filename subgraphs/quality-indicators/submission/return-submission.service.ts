import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { refuseBlankReason } from "./given-reason.js";
import { requireSubmission } from "./read-submission.service.js";
import { SubmissionEvent, SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";
import { findRevision, insertEvents, updateSubmission } from "./submission.repository.js";

/** Gives a submission back to its office with the reason; refuses one that was not submitted. */
export const returnSubmission = (context: SubgraphContext, id: string, reason: string): Promise<Submission> =>
  asCaller(context, async (manager) => {
    refuseBlankReason(reason);
    const submission = await requireSubmission(manager, id, true);
    if (submission.state !== SubmissionState.SUBMITTED)
      throw new HubError(
        "WRONG_STATE",
        { state: submission.state, expected: SubmissionState.SUBMITTED },
        "id",
      );
    const sent = await findRevision(manager, id, submission.revision);
    const actor = context.principal.subject;
    if (actor === null || sent === null) throw new HubError("NOT_ALLOWED");
    await updateSubmission(manager, id, { state: SubmissionState.RETURNED });
    await insertEvents(manager, [
      {
        submission: id,
        event: SubmissionEvent.RETURNED,
        revision: submission.revision,
        actor,
        at: context.clock(),
        reason,
        vintage: null,
        beforeHash: sent.receipt,
        afterHash: sent.receipt,
      },
    ]);
    return { ...submission, state: SubmissionState.RETURNED };
  });
