import { oneByKey } from "../../shared/loader.js";
import { findRecommendationsByCode } from "./recommendation.repository.js";

/** A recommendation by its code. */
export const recommendationByCode = oneByKey(
  findRecommendationsByCode,
  (recommendation) => recommendation.code,
);
