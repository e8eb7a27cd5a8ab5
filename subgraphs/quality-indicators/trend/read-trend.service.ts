import { asOfOf, readAsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import type { Campaign } from "../campaign/campaign.entity.js";
import { campaignsInOrder, everyCampaign } from "./campaigns-in-order.js";
import { unknownCampaign } from "../campaign/known-campaign.service.js";
import type { QualityIndicator } from "../indicator/indicator.entity.js";
import { ObservationLevel, ObservationStatus } from "../observation/observation.entity.js";
import { readObservationsOfIndicator } from "../observation/read-observations.service.js";
import type { IndicatorTrend } from "./trend.entity.js";
import { trendPoint } from "./trend-point.js";
import { trendReason, TrendReasonCode } from "./trend-reason.js";
import { directionOf, reasonsAgainst } from "./trend-rule.js";

/** What of an indicator a trend is asked of; without campaigns, all that asked for it. */
export interface TrendRequest {
  readonly campaigns?: readonly string[] | undefined;
  readonly category?: string | undefined;
  readonly asOf?: string | undefined;
}

/** The trend of an indicator over some campaigns, or why there is none; refuses an unknown campaign. */
export async function readTrend(
  context: SubgraphContext,
  indicator: QualityIndicator,
  request: TrendRequest,
): Promise<IndicatorTrend> {
  const asOf = request.asOf ?? asOfOf(indicator);
  const [known, told] = await Promise.all([
    campaignsInOrder(context, asOf).load(everyCampaign),
    readObservationsOfIndicator(context, indicator, { level: ObservationLevel.PROVINCE, asOf }),
  ]);
  const asked = askedCampaigns(known, request.campaigns ?? indicator.askedIn);
  const category = request.category ?? null;
  const points = asked.map((campaign) => trendPoint(indicator, campaign, category, told));
  for (const { observation, others } of points)
    for (const said of [observation, ...others]) readAsOf(said, asOf);
  const measured = points.map(({ observation }, index) => ({
    campaign: asked[index] as Campaign,
    observation,
  }));
  const reasons = [
    ...(category === null && indicator.categories.length > 0
      ? [trendReason(TrendReasonCode.CATEGORY_NEEDED, [])]
      : []),
    ...reasonsAgainst(measured, known),
  ];
  const isTold = reasons.length === 0;
  return {
    status: isTold ? ObservationStatus.OBSERVED : ObservationStatus.CANNOT_BE_CALCULATED,
    direction: isTold ? directionOf(measured) : null,
    reasons,
    points,
  };
}

function askedCampaigns(known: readonly Campaign[], codes: readonly string[]): Campaign[] {
  for (const code of codes)
    if (known.every((campaign) => campaign.code !== code)) throw unknownCampaign(code);
  return known.filter(({ code }) => codes.includes(code));
}
