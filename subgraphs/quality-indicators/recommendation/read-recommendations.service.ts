import type { SubgraphContext } from "../../shared/context.js";
import { documentsOutOn } from "../source/read-sources.service.js";
import type { Recommendation } from "./recommendation.entity.js";
import { findRecommendations } from "./recommendation.repository.js";

/** The recommendations, those whose document was out on a day when one is given. */
export async function readRecommendations(
  context: SubgraphContext,
  asOf?: string,
): Promise<Recommendation[]> {
  const recommendations = await findRecommendations(context);
  if (asOf === undefined) return recommendations;
  const out = await documentsOutOn(context, asOf);
  return recommendations.filter((recommendation) => out.has(recommendation.document));
}
