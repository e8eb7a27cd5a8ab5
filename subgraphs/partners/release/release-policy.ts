/** What a release must satisfy before a researcher may read it. */
export interface ReleasePolicy {
  /** Fewest persons that share the same values of all keys together. */
  readonly k: number;
  /** Smallest share of the records that must be kept, from 0 to 1; below it the product is of no use. */
  readonly keep: number;
  /** Fewest distinct values of each sensitive column in a class. */
  readonly l: number;
  /** Farthest that the distribution of a sensitive column in a class may be from that of the release, from 0 to 1. */
  readonly t: number;
}

/**
 * The policy of the hub, in this one place.
 *
 * Source: Règlement sur l'anonymisation des renseignements personnels (A-2.1, r. 0.1; D. 783-2024). It asks that
 * nobody can be individualised (k), that no two sets about one person can be correlated (no pseudonym, random row
 * ids), that nothing about a person can be inferred (l, t), and that the risk left is very low. It gives no number:
 * these are the hub's, to be signed by the privacy officer, and every release repeats them in its risk report.
 */
export const releasePolicy: ReleasePolicy = { k: 11, keep: 0.85, l: 3, t: 0.5 };
