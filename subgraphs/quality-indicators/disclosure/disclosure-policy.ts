/** What a figure must satisfy before the public may see it. */
export interface DisclosurePolicy {
  /** Smallest count of persons, above zero, that is shown. */
  readonly threshold: number;
  /** The same for a sensitive indicator, where a zero is hidden too. */
  readonly sensitiveThreshold: number;
  /** How wide the interval must be that a reader can compute of a hidden figure, at least. */
  readonly width: number;
  /** How close, in percent, nobody may come to the largest contributor of a magnitude. */
  readonly dominancePercent: number;
  /** Fewest answering offices that make a group; also the group below which 0 % and 100 % are hidden. */
  readonly smallestGroup: number;
  /** True when totals are shown whatever they count. */
  readonly totalsExempt: boolean;
}

/**
 * The policy of the hub, in this one place.
 *
 * Source: Règlement sur l'anonymisation des renseignements personnels (A-2.1, r. 0.1; D. 783-2024). It asks that
 * nobody can be individualised (threshold), and that nothing about a person can be inferred (width, dominance, 0 % and
 * 100 %), from all that is published together (correlation). It gives no number: these are the hub's, to be signed by
 * the privacy officer, and every publication repeats them in its register entry.
 */
export const disclosurePolicy: DisclosurePolicy = {
  threshold: 5,
  sensitiveThreshold: 11,
  width: 5,
  dominancePercent: 15,
  smallestGroup: 5,
  totalsExempt: false,
};

/**
 * Completes a policy that says some of the numbers. Unsaid, the width is the threshold; where totals are exempt it is
 * never more than the hub's: the totals that stay in sight bound every interval, whatever the threshold.
 */
export function completePolicy(given: Partial<DisclosurePolicy>): DisclosurePolicy {
  const threshold = given.threshold ?? disclosurePolicy.threshold;
  const totalsExempt = given.totalsExempt ?? disclosurePolicy.totalsExempt;
  const width = totalsExempt ? Math.min(threshold, disclosurePolicy.width) : threshold;
  return {
    threshold,
    sensitiveThreshold: given.sensitiveThreshold ?? Math.max(threshold, disclosurePolicy.sensitiveThreshold),
    width: given.width ?? width,
    dominancePercent: given.dominancePercent ?? disclosurePolicy.dominancePercent,
    smallestGroup: given.smallestGroup ?? disclosurePolicy.smallestGroup,
    totalsExempt,
  };
}
