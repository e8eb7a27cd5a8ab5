import { manyByKey } from "../../shared/loader.js";
import { findVintagesByCampaign } from "./vintage.repository.js";

/** The vintages of a campaign. */
export const vintagesByCampaign = manyByKey(findVintagesByCampaign, (vintage) => vintage.campaign);
