import type { SubgraphContext } from "../../shared/context.js";
import { manyByKey, oneByKey } from "../../shared/loader.js";
import { neverDeclared, type RecommendationProgress } from "./recommendation-progress.entity.js";
import { findLastProgress, findProgressHistory } from "./recommendation-progress.repository.js";

const lastDeclared = oneByKey(findLastProgress, ({ recommendation }) => recommendation);

/** Everything declared of a recommendation, oldest first. */
export const progressHistoryOf = manyByKey(findProgressHistory, ({ recommendation }) => recommendation);

/** Where a recommendation stands, or stood at the end of a day; UNKNOWN as long as nobody declared it. */
export const progressOf = async (
  context: SubgraphContext,
  recommendation: string,
  asOf: string | undefined,
): Promise<RecommendationProgress> =>
  (await lastDeclared(context, asOf).load(recommendation)) ?? neverDeclared(recommendation);
