import type { EntityManager } from "typeorm";
import { readAsOf } from "../../shared/as-of.js";
import { endOfDayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { RecommendationProgress } from "./recommendation-progress.entity.js";

/** Everything declared of the given recommendations until the end of a day, or until now; oldest first. */
export const findProgressHistory = (
  context: SubgraphContext,
  recommendations: readonly string[],
  asOf?: string,
): Promise<RecommendationProgress[]> => find(context, "ORDER BY published.number", recommendations, asOf);

/** The last declaration about each of the given recommendations at the end of a day, or now. */
export const findLastProgress = (
  context: SubgraphContext,
  recommendations: readonly string[],
  asOf?: string,
): Promise<RecommendationProgress[]> =>
  find(
    context,
    `AND NOT EXISTS (
       SELECT FROM quality_indicators_published.recommendation_progress AS later
       WHERE later.recommendation = published.recommendation AND later.number > published.number
         AND later.declared_at < $2)`,
    recommendations,
    asOf,
  );

// A declaration is never rewritten: what was declared before an instant is what was known then.
async function find(
  context: SubgraphContext,
  which: string,
  recommendations: readonly string[],
  asOf?: string,
): Promise<RecommendationProgress[]> {
  const rows = await publishedRows(
    context,
    RecommendationProgress,
    `WHERE published.recommendation = ANY ($1) AND published.declared_at < $2 ${which}`,
    [recommendations, asOf === undefined ? "infinity" : endOfDayInToronto(asOf)],
  );
  return rows.map((row) => readAsOf(row, asOf));
}

/** Makes declarations about one recommendation wait for each other until their transaction ends. */
export async function waitToDeclare(manager: EntityManager, recommendation: string): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify(["progress", recommendation]),
  ]);
}

/** The last declaration about a recommendation, if there is one. */
export const lastProgress = (
  manager: EntityManager,
  recommendation: string,
): Promise<RecommendationProgress | null> =>
  manager.findOne(RecommendationProgress, { where: { recommendation }, order: { number: "DESC" } });

/** Adds a declaration. */
export async function insertProgress(
  manager: EntityManager,
  progress: RecommendationProgress,
): Promise<void> {
  await manager.insert(RecommendationProgress, { ...progress });
}
