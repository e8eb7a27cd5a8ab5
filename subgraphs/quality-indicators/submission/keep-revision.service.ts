import { randomUUID } from "node:crypto";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { AuditEvent } from "../audit/audit-event.js";
import { recordEvents } from "../audit/audit-entry.repository.js";
import { keptAnswer } from "./answer.js";
import { contentHashOf } from "./content-hash.js";
import { type PushResult, pushedSubmission } from "./push-result.js";
import { SubmissionMode, SubmissionState } from "./submission-state.js";
import { type Submission, wasApproved } from "./submission.entity.js";
import {
  advanceSubmission,
  insertRevision,
  insertSubmission,
  type Transaction,
} from "./submission.repository.js";
import type { YearlyFiguresInput } from "./yearly-figures.input.js";

/** Where a revision goes: the office, its submission if there is one, and the content hash of the revision before. */
export interface RevisionPlace {
  readonly office: string;
  readonly submission: Submission | null;
  readonly before: string | null;
  /** What a demonstration receives is synthetic, whoever sends it. */
  readonly isDemonstration: boolean;
}

/** Writes a new revision, moves the submission on and records what happened, within the caller's transaction. */
export async function keepRevision(
  manager: Transaction,
  { principal, clock }: SubgraphContext,
  input: YearlyFiguresInput,
  payloadHash: string,
  { office, submission, before, isDemonstration }: RevisionPlace,
): Promise<Pick<PushResult, "submission" | "revision" | "receipt" | "contentHash">> {
  if (principal.subject === null) throw new HubError("NOT_ALLOWED");
  const state = input.mode === SubmissionMode.DRAFT ? SubmissionState.DRAFT : SubmissionState.SUBMITTED;
  const revision = (submission?.revision ?? 0) + 1;
  const place = { campaign: input.campaign, office, establishmentCode: input.establishment };
  const id = submission?.id ?? randomUUID();
  const sent = {
    submission: id,
    revision,
    responses: [input.answers.map(keptAnswer)],
    submittedBy: principal.subject,
    submittedAt: clock(),
    mode: input.mode,
    reason: input.reason ?? null,
    noticeVersion: input.noticeVersion ?? null,
    synthetic: principal.isDevelopment || isDemonstration,
    payloadHash,
  };
  const contentHash = contentHashOf(place, sent);
  // Sent together, carried out in this order.
  const [, , receipts] = await Promise.all([
    submission === null
      ? insertSubmission(manager, { id, ...place, state })
      : advanceSubmission(manager, { id, state, revision }),
    insertRevision(manager, { ...sent, contentHash }),
    recordEvents(
      manager,
      eventsOf(submission, input.mode).map((event) => ({
        chain: input.establishment,
        event,
        submission: id,
        revision,
        subject: null,
        actor: sent.submittedBy,
        at: sent.submittedAt,
        reason: sent.reason,
        vintage: null,
        beforeHash: before,
        afterHash: contentHash,
      })),
    ),
  ]);
  return {
    submission: pushedSubmission({ id, ...place, state, revision }, sent.submittedAt),
    revision,
    receipt: receipts.at(-1) ?? null,
    contentHash,
  };
}

function eventsOf(submission: Submission | null, mode: SubmissionMode): AuditEvent[] {
  const kind =
    submission === null
      ? AuditEvent.CREATED
      : wasApproved(submission)
        ? AuditEvent.CORRECTED
        : AuditEvent.REVISED;
  return mode === SubmissionMode.SUBMIT ? [kind, AuditEvent.VALIDATED] : [kind];
}
