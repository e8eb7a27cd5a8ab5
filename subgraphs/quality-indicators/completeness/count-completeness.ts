import { isLate } from "../submission/punctuality.js";
import { SubmissionState } from "../submission/submission-state.js";
import { hasSent, type OfficeProgress } from "./office-progress.js";

/** A count among those expected, with its percentage of one decimal; null where nobody is expected (V28). */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly percentage: number | null;
}

/** The offices of a group, counted: the frame is the only denominator. */
export interface Counted {
  readonly expected: number;
  readonly drafts: number;
  readonly submitted: number;
  readonly returned: number;
  readonly approved: number;
  readonly published: number;
  readonly withdrawn: number;
  readonly received: number;
  readonly onTime: number;
  readonly late: number;
  readonly completeness: Rate;
  readonly punctuality: Rate;
  readonly missing: readonly OfficeProgress[];
}

const rateOf = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  percentage: denominator === 0 ? null : Math.round((1000 * numerator) / denominator) / 10,
});

/** Counts offices by where they stand; on time is who first submitted before the deadline, whatever followed (V23). */
export function countCompleteness(offices: readonly OfficeProgress[], closesAt: Date | null): Counted {
  const expected = offices.length;
  const at = (state: SubmissionState): number => offices.filter((office) => office.state === state).length;
  const received = offices.filter(hasSent);
  const late = received.filter(
    ({ firstSubmittedAt }) => firstSubmittedAt !== null && isLate(firstSubmittedAt, closesAt),
  ).length;
  const onTime = received.length - late;
  return {
    expected,
    drafts: at(SubmissionState.DRAFT),
    submitted: at(SubmissionState.SUBMITTED),
    returned: at(SubmissionState.RETURNED),
    approved: at(SubmissionState.APPROVED),
    published: at(SubmissionState.PUBLISHED),
    withdrawn: at(SubmissionState.WITHDRAWN),
    received: received.length,
    onTime,
    late,
    completeness: rateOf(received.length, expected),
    punctuality: rateOf(onTime, expected),
    missing: offices.filter((office) => !hasSent(office)),
  };
}
