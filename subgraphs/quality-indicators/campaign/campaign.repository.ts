import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { Campaign } from "./campaign.entity.js";

/** Every campaign, the oldest first. */
export const findCampaigns = (context: SubgraphContext, asOf?: string): Promise<Campaign[]> =>
  publishedRows(context, Campaign, "ORDER BY code", [], asOf);

/** The campaigns with the given codes, in any order. */
export const findCampaignsByCode = (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<Campaign[]> => publishedRows(context, Campaign, "WHERE code = ANY ($1)", [codes], asOf);
