import { expect } from "vitest";
import { aDatabase, type TestDatabase } from "../../../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../../../test/harness/subgraph.js";
import { qualityIndicators } from "../../index.js";

/** What tests read of an observation. */
export interface Observed {
  indicator: string;
  campaign: string;
  period: { from: string; to: string; label: string };
  area: { level: string; code: string; name: { fr: string } | null };
  value: number | null;
  numerator: number | null;
  unit: string;
  basis: string;
  status: string;
  reason: string | null;
  explanation: string | null;
  english: string | null;
  origin: string;
  vintage: string | null;
  provenance: { document: string; edition: string | null; section: string; quote: string; method: string };
  contradictions: { id: string; kinds: string[]; resolution: string; sides: { value: string }[] }[];
}
/** The selection of an observation. */
export const fields = `
  indicator campaign period { from to label } area { level code name { fr } } value numerator unit basis status
  reason explanation english: explanation(lang: EN) origin vintage provenance { document edition section quote method }
  contradictions { id kinds resolution sides { value section provenance { document quote } } }`;

/** A hub with the reference facts, and what tests put into its publications. */
export interface ObservedHub {
  readonly database: TestDatabase;
  readonly ask: Ask;
  readonly statements: string[];
  observationsOf(code: string, args?: string): Promise<Observed[]>;
  /** A publication of a campaign, numbered from 1. */
  aVintage(number: number, publishedAt: string, campaign?: string): Promise<void>;
  /** A row of a publication: 892 active partners of 2024, with what a test changes. */
  anObservation(given?: object): Promise<void>;
  /** Takes every publication back. */
  forget(): Promise<void>;
}

/** Starts a hub on a database of its own. */
export async function anObservedHub(): Promise<ObservedHub> {
  const database = await aDatabase("reference");
  const { ask, statements } = aSubgraph(qualityIndicators, database);
  return {
    database,
    ask,
    statements,
    async observationsOf(code, args = "") {
      const { data, errors } = await ask<{ qualityIndicator: { observations: Observed[] } }>(
        `{ qualityIndicator(code: "${code}") { observations${args} { ${fields} } } }`,
      );
      expect(errors).toBeUndefined();
      return data!.qualityIndicator.observations;
    },
    async aVintage(number, publishedAt, campaign = "2024") {
      await database.query(
        `INSERT INTO quality_indicators_published.vintage (code, campaign, number, published_at, reason)
         VALUES ($1, $2, $3, $4, '{"fr":"Publication","en":null,"status":"PROPOSED"}')`,
        [`${campaign}.${number}`, campaign, number, publishedAt],
      );
    },
    async anObservation(given = {}) {
      await database.query(
        `INSERT INTO quality_indicators_published.observation (vintage, indicator, indicator_version, campaign, level,
           area, compared_with, category, value, unit, numerator, denominator, bases, basis, status, reason, origin,
           provenance, period)
         SELECT vintage, indicator, 1, campaign, level, area, compared_with, category, value, unit, numerator,
           denominator, bases, basis, status, reason, 'SYNTHETIC', provenance, period
         FROM jsonb_populate_record(NULL::quality_indicators_published.observation, $1)`,
        [JSON.stringify({ ...anActiveCount, ...given })],
      );
    },
    async forget() {
      await database.query(
        "TRUNCATE quality_indicators_published.observation, quality_indicators_published.vintage CASCADE",
      );
    },
  };
}

const anActiveCount = {
  vintage: "2024.1",
  indicator: "IQP-06",
  campaign: "2024",
  level: "PROVINCE",
  area: "QC",
  compared_with: [],
  value: 892,
  unit: "PERSONS",
  bases: [],
  basis: "PARTNERS_ACTIVE",
  status: "OBSERVED",
  provenance: {
    document: "HUB",
    edition: "2024.1",
    section: "IQP-06",
    quote: null,
    method: "PROGRAM",
    extractedAt: "2026-05-04",
    licence: "UNSTATED",
    status: "VERIFIED",
  },
  period: { from: "2023-11-01", to: "2024-05-31", label: "2024" },
};
