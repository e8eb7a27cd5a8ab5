import type { NameText } from "../campaign-window/expected-office.js";
import type { CountedBasis } from "../computation/computed-figure.js";

/** The levels at which the hub publishes what it computes, the widest first. */
export const publishedLevels = [
  "PROVINCE",
  "PEER_GROUP",
  "REGION_GROUP",
  "HEALTH_REGION",
  "ESTABLISHMENT",
] as const;
export type PublishedLevel = (typeof publishedLevels)[number];

/** A wider area that a row may be set beside; none where the place belongs to no group of that level. */
export interface WiderArea {
  readonly level: PublishedLevel;
  readonly area: string | null;
}

/** One row of quality_indicators_published.observation, but for its vintage; keyed by column. */
export interface ObservationToPublish {
  readonly indicator: string;
  readonly indicator_version: number;
  readonly campaign: string;
  readonly level: PublishedLevel;
  readonly area: string;
  readonly area_name: NameText | null;
  readonly compared_with: readonly WiderArea[];
  readonly category: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: null;
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly bases: readonly CountedBasis[];
  readonly basis: string;
  readonly status: "OBSERVED" | "SUPPRESSED" | "CANNOT_BE_CALCULATED";
  readonly reason: string | null;
  readonly origin: "COMPUTED" | "SYNTHETIC";
  readonly provenance: object;
  readonly period: object;
  readonly contradictions: readonly string[];
}

/** The members of a row that carry no number; what is not observed has these and no others. */
export const withoutNumbers = {
  value: null,
  low: null,
  high: null,
  text: null,
  numerator: null,
  denominator: null,
  bases: [],
} as const;
