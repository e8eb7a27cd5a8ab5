import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { ResearchUnit } from "./research-unit.entity.js";

/** The research units, in the order of the list. */
export const findResearchUnits = (context: SubgraphContext, asOf?: string): Promise<ResearchUnit[]> =>
  publishedRows(context, ResearchUnit, "ORDER BY position", [], asOf);

/** The research units with the given codes, in any order. */
export const findResearchUnitsByCode = (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<ResearchUnit[]> => publishedRows(context, ResearchUnit, "WHERE code = ANY ($1)", [codes], asOf);
