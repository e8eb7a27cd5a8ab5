import type { SubgraphContext } from "../../shared/context.js";
import { wasOutOn } from "../../shared/provenance.js";
import { asPrintedOn } from "./as-printed-on.js";
import type { Recommendation } from "./recommendation.entity.js";
import { findRecommendations, findRecommendationsByCode } from "./recommendation.repository.js";

/** The recommendations; on a given day, those whose document was out, with what was printed of them by then. */
export const readRecommendations = async (
  context: SubgraphContext,
  asOf?: string,
): Promise<Recommendation[]> => seenOn(await findRecommendations(context, asOf), asOf);

/** The recommendations with the given codes, in any order; on a given day, as `readRecommendations`. */
export const readRecommendationsByCode = async (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<Recommendation[]> => seenOn(await findRecommendationsByCode(context, codes, asOf), asOf);

const seenOn = (recommendations: Recommendation[], asOf: string | undefined): Recommendation[] =>
  asOf === undefined
    ? recommendations
    : recommendations
        .filter(({ provenance }) => wasOutOn(provenance, asOf))
        .map((recommendation) => asPrintedOn(recommendation, asOf));
