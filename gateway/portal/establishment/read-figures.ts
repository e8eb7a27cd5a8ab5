import { askApart } from "../asking/ask-apart.js";
import type { AskPublic } from "../asking/ask-public.js";
import type { Language } from "../language.js";
import type { StoredText } from "../parts/text.js";
import {
  type PortalEstablishmentCampaignsQuery,
  portalEstablishmentCampaigns,
} from "./establishment-campaigns.operation.js";
import {
  type PortalEstablishmentFiguresQuery,
  portalEstablishmentFigures,
} from "./establishment-figures.operation.js";

/** A figure of an establishment, or why it is not shown, with those of its peers and of Québec. */
export type PlaceFigure = NonNullable<
  NonNullable<PortalEstablishmentFiguresQuery["establishment"]>["observations"]
>[number];

/** What a campaign published of an establishment. */
export interface CampaignFigures {
  readonly code: string;
  readonly title: StoredText;
  /** Null when it is not known. */
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  /** The last vintage; null when nothing was published. */
  readonly vintage: string | null;
  /** Null when they could not be read, or nothing was published. */
  readonly observations: readonly PlaceFigure[] | null;
}

/** The campaigns and the indicators, as the pages of establishments need them. */
export interface Catalogue {
  readonly campaigns: PortalEstablishmentCampaignsQuery["campaigns"];
  readonly indicators: PortalEstablishmentCampaignsQuery["qualityIndicators"];
  readonly isLost: boolean;
}

/** Reads the campaigns and the indicators; a page does without them when they are lost. */
export async function readCatalogue(ask: AskPublic): Promise<Catalogue> {
  const { data, lost } = await askApart(ask, portalEstablishmentCampaigns, {});
  return {
    campaigns: data?.campaigns ?? [],
    indicators: data?.qualityIndicators ?? [],
    isLost: lost.length > 0,
  };
}

/** Reads what each campaign published of an establishment, the latest campaign first. */
export async function readFigures(
  ask: AskPublic,
  code: string,
  language: Language,
  { campaigns }: Catalogue,
): Promise<{ readonly campaigns: readonly CampaignFigures[]; readonly isLost: boolean }> {
  const read = await Promise.all(
    [...campaigns].reverse().map(async (campaign) => {
      const vintage = campaign.vintages.at(-1)?.code ?? null;
      const { code: campaignCode, title, opensOn, closesOn } = campaign;
      const known = { code: campaignCode, title, opensOn, closesOn, vintage };
      if (vintage === null) return { ...known, observations: null, isLost: false };
      const asked = { code, campaign: campaignCode, language: language === "fr" ? "FR" : "EN" } as const;
      const { data, lost } = await askApart(ask, portalEstablishmentFigures, asked);
      const observations = data?.establishment?.observations ?? null;
      return { ...known, observations, isLost: lost.length > 0 };
    }),
  );
  return { campaigns: read, isLost: read.some(({ isLost }) => isLost) };
}

/** The wider area of a level that a figure is compared with. */
export const besideAt = (figure: PlaceFigure, level: "PEER_GROUP" | "PROVINCE") =>
  figure.comparators.find(({ area }) => area.level === level) ?? null;

/** What a figure measures: figures of two bases are two measures. */
export const measureOf = ({ indicator, category, basis }: PlaceFigure): string =>
  `${indicator} ${category ?? ""} ${basis}`;
