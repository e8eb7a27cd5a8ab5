import type { LocalizedText } from "../../shared/localized-text.js";
import { EnglishStatus } from "../../shared/localized-text.js";

/** What each class of a release must satisfy, and how much of it must be left. */
export interface ClassPolicy {
  /** Fewest persons that share the same values of all keys together. */
  readonly k: number;
  /** Smallest share of the records that must be kept, from 0 to 1; below it the product is of no use. */
  readonly keep: number;
  /** Fewest distinct values of each sensitive column in a class. */
  readonly l: number;
  /** Farthest that the distribution of a sensitive column in a class may be from that of the release, from 0 to 1. */
  readonly t: number;
}

/** What a release must satisfy before a researcher may read it. */
export interface ReleasePolicy extends ClassPolicy {
  /** Fewest others in a class for an establishment that counts its own partners out, unless there are none. */
  readonly others: number;
  /** Fewest distinct values of each sensitive column among these others. */
  readonly othersValues: number;
}

/**
 * The policy of the hub, in this one place.
 *
 * Source: Règlement sur l'anonymisation des renseignements personnels (A-2.1, r. 0.1; D. 783-2024). It asks that
 * nobody can be individualised (k), that no two sets about one person can be correlated (no pseudonym, random row
 * ids), that nothing about a person can be inferred (l, t), and that the risk left is very low. It gives no number:
 * these are the hub's, to be signed by the privacy officer, and every release repeats them in its risk report.
 */
export const releasePolicy: ReleasePolicy = {
  k: 11,
  keep: 0.85,
  l: 3,
  t: 0.5,
  // As for public tables: what a contributor cannot take apart is five at least.
  others: 5,
  othersValues: 2,
};

/**
 * Smallest share of the records that a release beside earlier ones must keep. It is a matter of use only, and no promise
 * is lowered by it: read together, releases still tell apart no fewer than k persons, as diverse as l and t ask.
 *
 * That promise is what costs records. Who left must be hidden among k who are left out, in each class of each earlier
 * release; who came waits until k are there. Where 15 of 100 partners change in a year, the next version keeps every class
 * only if 15 % of it are k persons: classes of 73 at least. The standard release has smaller ones; a year later about two
 * thirds of the records can be told again. Demanding 85 % would make every later version impossible; demanding nothing
 * would let one be built that tells of few. Releases of fewer keys stay above 85 % year after year.
 */
export const leastKeptBesideEarlier = 0.5;

/** How much a release would intrude upon whoever were recognised in it: the more, the larger its classes. */
export enum Invasiveness {
  LOW = "LOW",
  MEDIUM = "MEDIUM",
  HIGH = "HIGH",
}

/** Fewest persons alike, by invasiveness. */
export const kOf: Readonly<Record<Invasiveness, number>> = {
  [Invasiveness.LOW]: releasePolicy.k,
  [Invasiveness.MEDIUM]: 15,
  [Invasiveness.HIGH]: 20,
};

/** Months after which the risk of a release is assessed again: the regulation asks for it periodically; the number is the hub's. */
export const monthsToReassessment = 12;

const text = (fr: string, en: string): LocalizedText => ({ fr, en, status: EnglishStatus.PROPOSED });

/** Techniques and measures of protection, as the register must tell them (A-2.1, r. 0.1, s. 9). */
export const releaseMethod = text(
  "Aucun identifiant direct ni texte libre n'entre au carrefour. Une fiche par personne, engagements résumés. Généralisation par hiérarchies et suppression jusqu'à k, l et t ; comparaison avec toutes les diffusions antérieures. Aucun pseudonyme : identifiants de ligne tirés au hasard et ordre mélangé pour chaque entente. Schéma séparé, sécurité au niveau des lignes, lectures consignées, approbation par une autre personne.",
  "No direct identifier and no free text enters the hub. One record a person, engagements summarised. Generalisation by hierarchies and suppression until k, l and t hold; comparison with all earlier releases. No pseudonym: row ids drawn at random and order shuffled for each agreement. A schema of its own, row-level security, reads recorded, approval by another person.",
);

/** What may be done with a release. */
export const releaseLicence = text(
  "Selon l'entente d'accès : pour sa finalité, par les personnes qu'elle nomme, sans redistribution ni tentative de réidentification.",
  "Under the access agreement: for its purpose, by the persons it names, without redistribution or any attempt to re-identify.",
);
