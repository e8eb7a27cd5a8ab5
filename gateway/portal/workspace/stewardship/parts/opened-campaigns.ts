import type { WorkspaceAsked } from "../../workspace-page.js";
import { type PortalStewardCampaignsQuery, portalStewardCampaigns } from "./campaign-list.operation.js";
import { type PortalStewardCompletenessQuery, portalStewardCompleteness } from "./completeness.operation.js";

export type KnownCampaign = PortalStewardCampaignsQuery["campaigns"][number];
export type Completeness = PortalStewardCompletenessQuery["completeness"];
export type Universe = Completeness["universes"][number];
export type Group = Universe["total"];

/** How many campaigns a desk follows: the newest ones. */
const mostFollowed = 6;

/** A campaign, and how far the offices that it expects have come. */
export interface FollowedCampaign {
  readonly campaign: KnownCampaign;
  readonly completeness: Completeness;
  /** All the offices together, of the longer list. */
  readonly total: Group;
}

/** Every campaign that the hub knows, the newest first. */
export async function knownCampaigns({ ask }: WorkspaceAsked): Promise<readonly KnownCampaign[]> {
  const { data } = await ask(portalStewardCampaigns, {});
  return [...data.campaigns].sort((one, other) => (one.code < other.code ? 1 : -1));
}

/** The newest campaigns that expect offices, with their completeness. */
export async function followedCampaigns(asked: WorkspaceAsked): Promise<readonly FollowedCampaign[]> {
  const newest = (await knownCampaigns(asked)).slice(0, mostFollowed);
  const followed = await Promise.all(
    newest.map(async (campaign) => {
      const { data } = await asked.ask(portalStewardCompleteness, { campaign: campaign.code });
      const total = data.completeness.universes.find(({ universe }) => universe === 35)?.total;
      return total && total.expected > 0 ? [{ campaign, completeness: data.completeness, total }] : [];
    }),
  );
  return followed.flat();
}
