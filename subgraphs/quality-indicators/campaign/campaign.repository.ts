import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { Campaign } from "./campaign.entity.js";

/** Every campaign, the oldest first. */
export async function findCampaigns(context: SubgraphContext): Promise<Campaign[]> {
  return (await context.database.published()).find(Campaign, { order: { code: "ASC" } });
}

/** The campaigns with the given codes, in any order. */
export async function findCampaignsByCode(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<Campaign[]> {
  return (await context.database.published()).find(Campaign, { where: { code: In([...codes]) } });
}
