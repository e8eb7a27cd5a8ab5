import type { EntityManager } from "typeorm";
import { EngagementDegree } from "../../shared/engagement-codes.js";
import type { Registers } from "../computation/registers.js";

const degrees = Object.values(EngagementDegree);

interface Read {
  readonly code: string;
  readonly synthetic: boolean;
}

/** What the hub's registers hold of the given indicators, and of every recommendation. */
export async function findRegisters(
  manager: EntityManager,
  published: readonly { readonly code: string }[],
): Promise<Registers> {
  const indicators = (await manager.query(
    `SELECT asked.code, recorded.degree, COALESCE(recorded.synthetic, false) AS synthetic
     FROM unnest($1::text[]) AS asked(code)
     LEFT JOIN LATERAL (
       SELECT degree, synthetic FROM quality_indicators_published.co_construction
       WHERE indicator = asked.code ORDER BY array_position($2::text[], degree) DESC LIMIT 1
     ) recorded ON true
     ORDER BY asked.code`,
    [published.map(({ code }) => code), degrees],
  )) as (Read & { degree: string | null })[];
  const recommendations = (await manager.query(
    `SELECT recommendation.code, COALESCE(last.status, 'UNKNOWN') AS status, COALESCE(last.synthetic, false) AS synthetic
     FROM quality_indicators_published.recommendation
     LEFT JOIN LATERAL (
       SELECT status, synthetic FROM quality_indicators_published.recommendation_progress
       WHERE recommendation = recommendation.code ORDER BY number DESC LIMIT 1
     ) last ON true
     ORDER BY recommendation.code`,
  )) as (Read & { status: string })[];
  return {
    indicators,
    recommendations,
    synthetic: [...indicators, ...recommendations].some(({ synthetic }) => synthetic),
  };
}
