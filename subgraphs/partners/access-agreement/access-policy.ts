import { releasePolicy } from "../release/release-policy.js";

/**
 * What an access agreement must satisfy, in this one place.
 *
 * The regulation on anonymization (A-2.1, r. 0.1; D. 783-2024) asks for a purpose set beforehand and a risk assessed
 * again over time: an agreement says what for and ends. It gives no number: these are the hub's, proposed, to be signed
 * by the privacy officer.
 */
export const accessPolicy = {
  /** Fewest persons alike that an agreement may demand. */
  leastK: releasePolicy.k,
  /** Most that it may demand: with more, no roster of the network can be generalised. */
  mostK: 100,
  /** Longest life of an agreement, in years; a longer study asks again. */
  mostYears: 2,
  /** Most requests that one subject may have waiting for an answer. */
  mostOpenRequests: 5,
  /** Most subjects, and most clients, that one agreement may name. */
  mostUsers: 50,
  mostTeamMembers: 100,
  longestTitle: 200,
  longestPurpose: 2_000,
  longestReason: 1_000,
  longestReference: 100,
  longestCode: 60,
  /** Longest `sub` or `client_id` (OpenID Connect Core, s. 2). */
  longestUser: 255,
} as const;

/** The last day that an agreement may have which starts on the given day (YYYY-MM-DD). */
export function latestLastDay(firstDay: string): string {
  const last = new Date(`${firstDay}T00:00:00Z`);
  last.setUTCFullYear(last.getUTCFullYear() + accessPolicy.mostYears);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}
