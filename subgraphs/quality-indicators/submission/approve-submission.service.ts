import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { requireSubmission } from "./read-submission.service.js";
import { SubmissionEvent, SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";
import { findRevision, insertEvents, updateSubmission } from "./submission.repository.js";

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
    const submission = await requireSubmission(manager, id, true);
    if (revision !== undefined && revision !== submission.revision)
      throw new HubError(
        "STALE_REVISION",
        { given: String(revision), current: String(submission.revision) },
        "revision",
      );
    if (submission.state !== SubmissionState.SUBMITTED)
      throw new HubError(
        "WRONG_STATE",
        { state: submission.state, expected: SubmissionState.SUBMITTED },
        "id",
      );
    const sent = await findRevision(manager, id, submission.revision);
    const actor = context.principal.subject;
    if (actor === null || sent === null) throw new HubError("NOT_ALLOWED");
    if (sent.submittedBy === actor)
      throw new HubError(
        "SAME_PERSON",
        { rule: { fr: "envoyer des données et les approuver", en: "send figures and approve them" } },
        "id",
      );
    const at = context.clock();
    const approval = {
      state: SubmissionState.APPROVED,
      approvedRevision: submission.revision,
      approvedBy: actor,
      approvedAt: at,
    };
    await updateSubmission(manager, id, approval);
    await insertEvents(manager, [
      {
        submission: id,
        event: SubmissionEvent.APPROVED,
        revision: submission.revision,
        actor,
        at,
        reason: null,
        vintage: null,
        beforeHash: sent.receipt,
        afterHash: sent.receipt,
      },
    ]);
    return { ...submission, ...approval };
  });
