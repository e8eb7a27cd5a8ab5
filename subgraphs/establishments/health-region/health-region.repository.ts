import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { HealthRegion } from "./health-region.entity.js";

/** All health regions, in the order of their codes. */
export async function findHealthRegions(context: SubgraphContext): Promise<HealthRegion[]> {
  return (await context.database.published()).find(HealthRegion, { order: { code: "ASC" } });
}

/** The health regions with the given codes, in any order. */
export async function findHealthRegionsByCode(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<HealthRegion[]> {
  return (await context.database.published()).find(HealthRegion, { where: { code: In([...codes]) } });
}
