import type { SubgraphContext } from "../../shared/context.js";
import { oneByKey } from "../../shared/loader.js";
import type { Recommendation } from "./recommendation.entity.js";
import { findRecommendationsByCode } from "./recommendation.repository.js";

/** A recommendation by its code. */
export const recommendationByCode = oneByKey(
  findRecommendationsByCode,
  (recommendation) => recommendation.code,
);

/** The recommendations with the given codes, in the order of the codes. */
export async function recommendationsOf(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<Recommendation[]> {
  const found = await Promise.all(codes.map((code) => recommendationByCode(context).load(code)));
  return found.filter((recommendation) => recommendation !== null);
}
