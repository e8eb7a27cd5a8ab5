import { endOfDayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import type { Campaign } from "../campaign/campaign.entity.js";
import type { Vintage } from "./vintage.entity.js";
import { vintagesByCampaign } from "./vintage.loader.js";

/** The vintages of a campaign, the first one first, at the end of a day when one is given. */
export async function readVintages(
  context: SubgraphContext,
  campaign: Campaign,
  asOf?: string,
): Promise<Vintage[]> {
  const vintages = await vintagesByCampaign(context).load(campaign.code);
  if (asOf === undefined) return vintages;
  const end = endOfDayInToronto(asOf);
  return vintages.filter((vintage) => vintage.publishedAt < end);
}
