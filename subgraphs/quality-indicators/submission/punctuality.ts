/**
 * V23: figures are late from the very instant of the deadline on, as a window is closed from its last instant on;
 * a campaign without a deadline knows no lateness.
 */
export const isLate = (submittedAt: Date, closesAt: Date | null): boolean =>
  closesAt !== null && closesAt <= submittedAt;
