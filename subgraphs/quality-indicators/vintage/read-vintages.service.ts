import { endOfDayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import type { Vintage } from "./vintage.entity.js";
import { vintagesByCampaign } from "./vintage.loader.js";

/** The vintages of one campaign, the first one first, at the end of a day when one is given; refuses an unknown campaign. */
export async function readVintages(
  context: SubgraphContext,
  code: string,
  asOf?: string,
): Promise<Vintage[]> {
  const campaign = await knownCampaign(context, code);
  const vintages = await vintagesByCampaign(context).load(campaign.code);
  if (asOf === undefined) return vintages;
  const end = endOfDayInToronto(asOf);
  return vintages.filter((vintage) => vintage.publishedAt < end);
}
