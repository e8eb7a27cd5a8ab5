import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { recordEvents } from "../audit/audit-entry.repository.js";
import type { AuditEvent } from "../audit/audit-event.js";
import { requireSubmission } from "./read-submission.service.js";
import type { SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";
import type { SubmissionRevision } from "./submission-revision.entity.js";
import { findRevision, type Transaction, updateSubmission } from "./submission.repository.js";

/** A submission about to be decided on, locked until the transaction ends: its current revision, and who decides. */
export interface Case {
  readonly submission: Submission;
  readonly sent: SubmissionRevision;
  readonly actor: string;
}

/** Takes up a submission of the caller's to decide on it; refuses as `requireSubmission` does, and a nameless caller. */
export async function takeUpCase(
  manager: Transaction,
  { principal }: SubgraphContext,
  id: string,
): Promise<Case> {
  const submission = await requireSubmission(manager, id, true);
  const sent = await findRevision(manager, id, submission.revision);
  if (principal.subject === null || sent === null) throw new HubError("NOT_ALLOWED");
  return { submission, sent, actor: principal.subject };
}

/** Refuses a step that only a submission in the expected state takes. */
export function refuseOtherState({ state }: Submission, expected: SubmissionState): void {
  if (state !== expected) throw new HubError("WRONG_STATE", { state, expected }, "id");
}

/** What was decided of the current revision, and where the submission stands then. */
export interface Decision {
  readonly event: AuditEvent;
  readonly at: Date;
  readonly reason: string | null;
  readonly changes: Partial<Submission>;
}

/** Moves a submission on and tells it to the audit; gives the submission as the database then keeps it. */
export async function decide(
  manager: Transaction,
  { submission: { id, establishmentCode, revision }, sent, actor }: Case,
  { event, at, reason, changes }: Decision,
): Promise<Submission> {
  await updateSubmission(manager, id, changes);
  const { contentHash } = sent;
  await recordEvents(manager, [
    {
      chain: establishmentCode,
      submission: id,
      subject: null,
      event,
      revision,
      actor,
      at,
      reason,
      vintage: null,
      beforeHash: contentHash,
      afterHash: contentHash,
    },
  ]);
  return requireSubmission(manager, id, false);
}
