import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { ResearchUnit } from "./research-unit.entity.js";

/** The research units, in the order of the list. */
export async function findResearchUnits(context: SubgraphContext): Promise<ResearchUnit[]> {
  return (await context.database.published()).find(ResearchUnit, { order: { position: "ASC" } });
}

/** The research units with the given codes, in any order. */
export async function findResearchUnitsByCode(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<ResearchUnit[]> {
  return (await context.database.published()).find(ResearchUnit, { where: { code: In([...codes]) } });
}
