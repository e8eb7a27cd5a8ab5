import type { DisclosurePolicy } from "./disclosure-policy.js";

/** Why a figure may not be shown, and how far a reader must be kept from it (`Figure.width`). */
export interface PrimaryFinding {
  readonly rule: "SMALL_COUNT" | "SENSITIVE_ZERO" | "EXTREME_SHARE" | "DOMINANCE";
  readonly width: number;
}

/** A count of persons. */
export interface CountOfPersons {
  readonly value: number;
  /** True for an indicator whose mere presence harms: the higher threshold, and a zero tells as much as a one. */
  readonly isSensitive?: boolean;
  /** True for the sum of other figures of the table. */
  readonly isTotal?: boolean;
}

const widthOf = (isSensitive: boolean, policy: DisclosurePolicy): number =>
  isSensitive ? Math.max(policy.width, policy.sensitiveThreshold) : policy.width;

/**
 * Threshold rule: a count of persons from 1 to the threshold − 1 is hidden.
 * D. 783-2024: individualisation; Handbook on Statistical Disclosure Control (ESSnet, 2010), 5.2, threshold rule.
 */
export function judgeCount(count: CountOfPersons, policy: DisclosurePolicy): PrimaryFinding | null {
  const { value, isSensitive = false, isTotal = false } = count;
  if (isTotal && policy.totalsExempt) return null;
  const threshold = isSensitive ? policy.sensitiveThreshold : policy.threshold;
  if (value >= threshold) return null;
  const width = widthOf(isSensitive, policy);
  if (value > 0) return { rule: "SMALL_COUNT", width };
  return isSensitive ? { rule: "SENSITIVE_ZERO", width } : null;
}

/** Persons with a property, among persons who were asked. */
export interface ShareOfPersons {
  readonly numerator: number;
  readonly denominator: number;
  readonly isSensitive?: boolean;
}

/** What the rules find of each count behind a share; the rate itself follows them (`isRateHidden`). */
export interface ShareFindings {
  readonly numerator: PrimaryFinding | null;
  /** Of those without the property: denominator − numerator. */
  readonly complement: PrimaryFinding | null;
  readonly denominator: PrimaryFinding | null;
}

/**
 * A count and its complement are counts of persons alike; 0 % and 100 % of a small group tell of each of its members.
 * D. 783-2024: inference; Handbook on Statistical Disclosure Control (ESSnet, 2010), 5.2, group disclosure.
 */
export function judgeShare(share: ShareOfPersons, policy: DisclosurePolicy): ShareFindings {
  const { numerator, denominator, isSensitive = false } = share;
  const complement = denominator - numerator;
  const smallGroup = isSensitive ? policy.sensitiveThreshold : policy.smallestGroup;
  const isExtreme =
    denominator > 0 && denominator < smallGroup && (numerator === 0 || numerator === denominator);
  const extreme: PrimaryFinding | null = isExtreme
    ? { rule: "EXTREME_SHARE", width: widthOf(isSensitive, policy) }
    : null;
  return {
    numerator: judgeCount({ value: numerator, isSensitive }, policy) ?? extreme,
    // Those without a sensitive property are harmed by neither of the two.
    complement: judgeCount({ value: complement }, policy) ?? extreme,
    denominator: judgeCount({ value: denominator }, policy),
  };
}

/** A rate inherits the suppression of its numerator and of its denominator: two of the three give the third. */
export const isRateHidden = (isNumeratorHidden: boolean, isDenominatorHidden: boolean): boolean =>
  isNumeratorHidden || isDenominatorHidden;

/** A sum of amounts, with its largest ones; those of the rest need not be told. */
export interface Magnitude {
  readonly value: number;
  readonly contributors: readonly number[];
  readonly isTotal?: boolean;
}

/**
 * p % rule: hidden when the second contributor, who knows its own amount, can guess the largest one closer than p %.
 * The interval is as wide as twice what lacks to p %, above and below.
 * Handbook on Statistical Disclosure Control (ESSnet, 2010), 4.2.2: X − x₁ − x₂ < p/100 · x₁; 4.3.2: protection level.
 */
export function judgeMagnitude(magnitude: Magnitude, policy: DisclosurePolicy): PrimaryFinding | null {
  const { value, contributors, isTotal = false } = magnitude;
  if (isTotal && policy.totalsExempt) return null;
  const [first = 0, second = 0] = [...contributors].sort((a, b) => b - a);
  const lacking = (policy.dominancePercent / 100) * first - (value - first - second);
  // A hair of rounding is no closeness.
  if (first <= 0 || lacking <= 1e-9 * value) return null;
  return { rule: "DOMINANCE", width: Math.max(policy.width, 2 * lacking) };
}

/**
 * Fewest offices: what a group's offices answered is shown from `smallestGroup` answering offices on.
 * Facts about an organisation are not facts about persons; only a band that would single out an office is hidden.
 */
export const isSmallGroup = (offices: number, policy: DisclosurePolicy): boolean =>
  offices < policy.smallestGroup;
