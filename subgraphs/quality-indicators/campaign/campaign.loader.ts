import { oneByKey } from "../../shared/loader.js";
import { findCampaignsByCode } from "./campaign.repository.js";

/** A campaign by its code. */
export const campaignByCode = oneByKey(findCampaignsByCode, (campaign) => campaign.code);
