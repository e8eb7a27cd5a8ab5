import type { NameText } from "../campaign-window/expected-office.js";
import { SubmissionState } from "../submission/submission-state.js";

/** How far one office of a campaign's frame has come. */
export interface OfficeProgress {
  readonly office: string;
  readonly establishment: string;
  readonly region: string;
  readonly peerGroup: string | null;
  readonly inUniverse32: boolean;
  readonly inUniverse35: boolean;
  readonly names: { readonly establishment: NameText; readonly region: NameText };
  /** Null while nothing came from it. */
  readonly state: SubmissionState | null;
  readonly approvedRevision: number | null;
  /** Null while it only drafted. */
  readonly firstSubmittedAt: Date | null;
  readonly reminderCount: number;
  /** Null while nobody reminded it. */
  readonly lastRemindedAt: Date | null;
}

const sent: ReadonlySet<SubmissionState | null> = new Set([
  SubmissionState.SUBMITTED,
  SubmissionState.RETURNED,
  SubmissionState.APPROVED,
  SubmissionState.PUBLISHED,
]);

/**
 * True when figures of the office stand: submitted, on their way or approved; also while their correction is a draft.
 * Figures that were withdrawn, or only drafted, do not.
 */
export const hasSent = ({
  state,
  approvedRevision,
}: Pick<OfficeProgress, "state" | "approvedRevision">): boolean =>
  sent.has(state) || (state === SubmissionState.DRAFT && approvedRevision !== null);
