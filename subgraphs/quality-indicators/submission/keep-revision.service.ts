import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { keptAnswer } from "./answer.js";
import { isDemonstration } from "./demonstration.repository.js";
import { type PushResult, pushedSubmission } from "./push-result.js";
import { receiptOf } from "./receipt.js";
import { SubmissionEvent, SubmissionMode, SubmissionState } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";
import {
  insertEvents,
  insertRevision,
  insertSubmission,
  type Transaction,
  updateSubmission,
} from "./submission.repository.js";
import type { YearlyFiguresInput } from "./yearly-figures.input.js";

/** Where a revision goes: the office, its submission if there is one, and the receipt of the revision before. */
export interface RevisionPlace {
  readonly office: string;
  readonly submission: Submission | null;
  readonly before: string | null;
}

/** Writes a new revision, moves the submission on and records what happened, within the caller's transaction. */
export async function keepRevision(
  manager: Transaction,
  { principal, clock }: SubgraphContext,
  input: YearlyFiguresInput,
  payloadHash: string,
  { office, submission, before }: RevisionPlace,
): Promise<Pick<PushResult, "submission" | "revision" | "receipt">> {
  if (principal.subject === null) throw new HubError("NOT_ALLOWED");
  const state = input.mode === SubmissionMode.DRAFT ? SubmissionState.DRAFT : SubmissionState.SUBMITTED;
  const revision = (submission?.revision ?? 0) + 1;
  const place = { campaign: input.campaign, office, establishmentCode: input.establishment };
  const id = submission?.id ?? (await insertSubmission(manager, { ...place, state }));
  const sent = {
    submission: id,
    revision,
    responses: [input.answers.map(keptAnswer)],
    submittedBy: principal.subject,
    submittedAt: clock(),
    mode: input.mode,
    reason: input.reason ?? null,
    noticeVersion: input.noticeVersion ?? null,
    synthetic: principal.isDevelopment || (await isDemonstration(manager)),
    payloadHash,
  };
  const receipt = receiptOf(place, sent);
  if (submission !== null) await updateSubmission(manager, id, { state, revision });
  await insertRevision(manager, { ...sent, receipt });
  await insertEvents(
    manager,
    eventsOf(submission, input.mode).map((event) => ({
      submission: id,
      event,
      revision,
      actor: sent.submittedBy,
      at: sent.submittedAt,
      reason: sent.reason,
      vintage: null,
      beforeHash: before,
      afterHash: receipt,
    })),
  );
  return {
    submission: pushedSubmission({ id, ...place, state, revision }, sent.submittedAt),
    revision,
    receipt,
  };
}

function eventsOf(submission: Submission | null, mode: SubmissionMode): SubmissionEvent[] {
  const kind =
    submission === null
      ? SubmissionEvent.CREATED
      : submission.approvedRevision === null
        ? SubmissionEvent.REVISED
        : SubmissionEvent.CORRECTED;
  return mode === SubmissionMode.SUBMIT ? [kind, SubmissionEvent.VALIDATED] : [kind];
}
