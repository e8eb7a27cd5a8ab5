import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import type { Campaign } from "./campaign.entity.js";
import { campaignByCode } from "./campaign.loader.js";

/** The campaign that an argument names; refuses a code that no campaign has. */
export async function knownCampaign(context: SubgraphContext, code: string): Promise<Campaign> {
  const campaign = await campaignByCode(context).load(code);
  if (campaign === null) throw new HubError("UNKNOWN_CODE", { code, what: "campaign" }, "campaign");
  return campaign;
}
