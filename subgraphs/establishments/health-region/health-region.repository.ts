import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { HealthRegion } from "./health-region.entity.js";

/** All health regions, in the order of their codes. */
export const findHealthRegions = (context: SubgraphContext, asOf?: string): Promise<HealthRegion[]> =>
  publishedRows(context, HealthRegion, "ORDER BY code", [], asOf);

/** The health regions with the given codes, in any order. */
export const findHealthRegionsByCode = (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<HealthRegion[]> => publishedRows(context, HealthRegion, "WHERE code = ANY ($1)", [codes], asOf);
