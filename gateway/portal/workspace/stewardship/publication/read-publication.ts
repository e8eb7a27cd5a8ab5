import { HubRefused, type WorkspaceAsked } from "../../workspace-page.js";
import { type KnownCampaign, knownCampaigns } from "../parts/opened-campaigns.js";
import { portalStewardQueue } from "../parts/queue.operation.js";
import { may } from "../parts/steward-page.js";
import { portalStewardIndicators } from "./indicator-names.operation.js";
import { type PortalPublicationPreviewQuery, portalPublicationPreview } from "./preview.operation.js";
import { type PortalVintageTrailQuery, portalVintageTrail } from "./vintage-trail.operation.js";

export type Preview = PortalPublicationPreviewQuery["previewPublication"];
export type TrailEntry = PortalVintageTrailQuery["auditTrail"]["edges"][number]["node"];
export type Vintage = KnownCampaign["vintages"][number];
export type Names = ReadonlyMap<string, { readonly fr: string; readonly en: string | null }>;

/** A vintage, and the first call for its withdrawal when there was one. */
export interface FollowedVintage {
  readonly vintage: Vintage;
  readonly asked: TrailEntry | null;
}

/** What a publication is judged by. */
export interface PublicationRead {
  readonly campaign: KnownCampaign;
  readonly vintages: readonly FollowedVintage[];
  /** What would be published, or why nothing can be; null for whoever may not publish. */
  readonly preview: Preview | HubRefused | null;
  readonly names: Names;
  /** True when the reader is known to have approved something in it. */
  readonly hasApproved: boolean;
}

/** Reads a campaign's vintages and the next one; null when there is no such campaign. */
export async function readPublication(asked: WorkspaceAsked): Promise<PublicationRead | null> {
  const campaigns = await knownCampaigns(asked);
  const campaign = campaigns.find(({ code }) => code === asked.params["campaign"]);
  if (!campaign) return null;
  const [preview, vintages, indicators, hasApproved] = await Promise.all([
    may(asked, "steward:publish") ? readPreview(asked, campaign.code) : null,
    Promise.all(campaign.vintages.map((vintage) => followed(asked, vintage))),
    asked.ask(portalStewardIndicators, {}),
    approvedByReader(asked, campaign.code),
  ]);
  const names = new Map(indicators.data.qualityIndicators.map(({ code, name }) => [code, name]));
  return { campaign, vintages, preview, names, hasApproved };
}

async function readPreview({ ask }: WorkspaceAsked, campaign: string): Promise<Preview | HubRefused> {
  try {
    return (await ask(portalPublicationPreview, { campaign })).data.previewPublication;
  } catch (refusal) {
    if (refusal instanceof HubRefused && refusal.code !== "UNAUTHENTICATED") return refusal;
    throw refusal;
  }
}

async function followed({ ask }: WorkspaceAsked, vintage: Vintage): Promise<FollowedVintage> {
  const { data } = await ask(portalVintageTrail, { vintage: vintage.code });
  const entries = data.auditTrail.edges.map(({ node }) => node);
  return { vintage, asked: entries.find(({ event }) => event === "VINTAGE_WITHDRAWAL_ASKED") ?? null };
}

async function approvedByReader(asked: WorkspaceAsked, campaign: string): Promise<boolean> {
  // Who may only publish cannot read who approved: the hub itself will know.
  if (!may(asked, "steward:collect")) return false;
  const { data } = await asked.ask(portalStewardQueue, { campaign });
  return data.submissions.some(
    ({ approvedRevision, approvedBy, state }) =>
      approvedRevision !== null && state !== "WITHDRAWN" && approvedBy === asked.account.subject,
  );
}
