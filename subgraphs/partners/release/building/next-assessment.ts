import { monthsToReassessment } from "../release-policy.js";

/** The day on which the risk of a release built on the given day (YYYY-MM-DD) is to be assessed again. */
export function nextAssessment(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = next.getUTCDate();
  next.setUTCMonth(next.getUTCMonth() + monthsToReassessment);
  // The 29th of February comes round every four years.
  if (next.getUTCDate() !== dayOfMonth) next.setUTCDate(0);
  return next.toISOString().slice(0, 10);
}
