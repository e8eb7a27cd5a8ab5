import { hashOf } from "../../shared/canonical-json.js";
import type { Submission } from "./submission.entity.js";
import type { SubmissionRevision } from "./submission-revision.entity.js";

/** What a receipt covers: everything of a revision but the receipt itself. */
export type SentRevision = Omit<SubmissionRevision, "receipt" | "mode"> & { readonly mode: string };

/** The receipt of a revision: whoever holds its text can compute it again. */
export const receiptOf = (
  place: Pick<Submission, "campaign" | "office" | "establishmentCode">,
  sent: SentRevision,
): string =>
  hashOf({ campaign: place.campaign, office: place.office, establishment: place.establishmentCode, ...sent });
