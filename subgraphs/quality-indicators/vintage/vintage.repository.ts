import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { Vintage } from "./vintage.entity.js";

/** The vintages of the given campaigns, the first ones first. */
export async function findVintagesByCampaign(
  context: SubgraphContext,
  campaigns: readonly string[],
): Promise<Vintage[]> {
  return context.database.readPublished(context, (manager) =>
    manager.find(Vintage, { where: { campaign: In([...campaigns]) }, order: { number: "ASC" } }),
  );
}
