import { hashOf } from "../../shared/canonical-json.js";
import type { Submission } from "./submission.entity.js";
import type { SubmissionRevision } from "./submission-revision.entity.js";

/** What the hash of a revision covers: everything of it but the hash itself. An instant may be given as ISO 8601. */
export type SentRevision = Omit<SubmissionRevision, "contentHash" | "mode" | "submittedAt"> & {
  readonly mode: string;
  readonly submittedAt: Date | string;
};

/** The hash of what a revision holds: whoever has its text can compute it again. */
export const contentHashOf = (
  { campaign, office, establishmentCode }: Pick<Submission, "campaign" | "office" | "establishmentCode">,
  sent: SentRevision,
): string =>
  hashOf({
    campaign,
    office,
    establishment: establishmentCode,
    submission: sent.submission,
    revision: sent.revision,
    responses: sent.responses,
    submittedBy: sent.submittedBy,
    submittedAt: sent.submittedAt,
    mode: sent.mode,
    reason: sent.reason,
    noticeVersion: sent.noticeVersion,
    synthetic: sent.synthetic,
    payloadHash: sent.payloadHash,
  });
