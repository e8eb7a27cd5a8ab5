import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { Recommendation } from "./recommendation.entity.js";

/** Every recommendation: the 12 of the Portrait (P), then the 5 of the position statement (F). */
export const findRecommendations = (context: SubgraphContext, asOf?: string): Promise<Recommendation[]> =>
  publishedRows(context, Recommendation, "ORDER BY document DESC, position", [], asOf);

/** The recommendations with the given codes, in any order. */
export const findRecommendationsByCode = (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<Recommendation[]> =>
  publishedRows(context, Recommendation, "WHERE code = ANY ($1)", [codes], asOf);
