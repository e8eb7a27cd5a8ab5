import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { Recommendation } from "./recommendation.entity.js";

/** Every recommendation: the 12 of the Portrait (P), then the 5 of the position statement (F). */
export async function findRecommendations(context: SubgraphContext): Promise<Recommendation[]> {
  return (await context.database.published()).find(Recommendation, {
    order: { document: "DESC", position: "ASC" },
  });
}

/** The recommendations with the given codes, in any order. */
export async function findRecommendationsByCode(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<Recommendation[]> {
  return (await context.database.published()).find(Recommendation, { where: { code: In([...codes]) } });
}
