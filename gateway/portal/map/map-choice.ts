import type { PortalMapChoicesQuery } from "./map-choices.operation.js";

type Indicator = PortalMapChoicesQuery["qualityIndicators"][number];
export type MapCampaign = PortalMapChoicesQuery["campaigns"][number];

/** What a map shows, chosen or by default. */
export interface MapChoice {
  readonly indicator: Indicator;
  readonly campaign: MapCampaign;
  /** Null for an indicator without categories. */
  readonly category: Indicator["categories"][number] | null;
}

/** The indicators that are published by region. */
export const mappedIndicators = (all: readonly Indicator[]): Indicator[] =>
  all.filter(({ levels }) => levels.includes("HEALTH_REGION"));

const isPublished = ({ vintages }: Pick<MapCampaign, "vintages">): boolean =>
  vintages.some(({ status }) => status === "PUBLISHED");

/** The last campaign that has a published vintage, or the last one. */
export const latestCampaign = <Campaign extends Pick<MapCampaign, "vintages">>(
  campaigns: readonly Campaign[],
): Campaign | null => campaigns.filter(isPublished).at(-1) ?? campaigns.at(-1) ?? null;

/** What was asked for, where it exists; else the first indicator, its last published campaign, its first category. */
export function mapChoice(
  { qualityIndicators, campaigns }: PortalMapChoicesQuery,
  asked: { readonly indicator: string; readonly campaign: string; readonly category: string },
): MapChoice | null {
  const mapped = mappedIndicators(qualityIndicators);
  const indicator = mapped.find(({ code }) => code === asked.indicator) ?? mapped[0];
  if (!indicator) return null;
  const askedIn = campaigns.filter(({ code }) => indicator.askedIn.includes(code));
  const campaign = campaigns.find(({ code }) => code === asked.campaign) ?? latestCampaign(askedIn);
  if (!campaign) return null;
  const { categories } = indicator;
  const category = categories.find(({ code }) => code === asked.category) ?? categories[0] ?? null;
  return { indicator, campaign, category };
}

/** Why no region has a value. */
export const whyNone = ({ indicator, campaign }: MapChoice): "notAsked" | "notPublished" | "provinceOnly" =>
  !indicator.askedIn.includes(campaign.code)
    ? "notAsked"
    : isPublished(campaign)
      ? "provinceOnly"
      : "notPublished";
