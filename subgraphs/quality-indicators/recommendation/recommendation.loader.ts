import { oneByKey } from "../../shared/loader.js";
import { readRecommendationsByCode } from "./read-recommendations.service.js";

/** A recommendation by its code. */
export const recommendationByCode = oneByKey(
  readRecommendationsByCode,
  (recommendation) => recommendation.code,
);
