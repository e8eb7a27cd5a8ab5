import { canonicalJson } from "../../shared/canonical-json.js";
import type { Observation, WiderArea } from "./observation.entity.js";

/** The key of the row of the same measure and vintage in a wider area. */
export const keyOfComparator = (
  { vintage, indicator, category, basis }: Observation,
  { level, area }: WiderArea,
): string => canonicalJson({ vintage, indicator, category, basis, level, area });
