import { manyByKey } from "../../shared/loader.js";
import { findCampaigns } from "../campaign/campaign.repository.js";

/** The only key of the loader below. */
export const everyCampaign = "every campaign";

/** Every campaign, in the order of the periods that they speak of; read once a request. */
export const campaignsInOrder = manyByKey(
  async (context, _keys, asOf) => {
    const campaigns = await findCampaigns(context, asOf);
    return [...campaigns].sort((left, right) =>
      `${left.period.from ?? ""} ${left.code}` < `${right.period.from ?? ""} ${right.code}` ? -1 : 1,
    );
  },
  () => everyCampaign,
);
