import type { NameText } from "../campaign-window/expected-office.js";

/** One row of quality_indicators_published.observation, but for its vintage; keyed by column. */
export interface ObservationToPublish {
  readonly indicator: string;
  readonly indicator_version: number;
  readonly campaign: string;
  readonly level: "PROVINCE" | "ESTABLISHMENT";
  readonly area: string;
  readonly area_name: NameText;
  readonly category: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: null;
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
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
} as const;
