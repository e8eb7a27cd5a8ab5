import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import type { Campaign } from "./campaign.entity.js";
import { campaignByCode } from "./campaign.loader.js";

/** The refusal of a code that no campaign has. */
export const unknownCampaign = (code: string): HubError =>
  new HubError("UNKNOWN_CODE", { code, what: { fr: "d'une campagne", en: "of a campaign" } }, "campaign");

/** The campaign that an argument names; refuses a code that no campaign has. */
export async function knownCampaign(context: SubgraphContext, code: string): Promise<Campaign> {
  const campaign = await campaignByCode(context).load(code);
  if (campaign === null) throw unknownCampaign(code);
  return campaign;
}
