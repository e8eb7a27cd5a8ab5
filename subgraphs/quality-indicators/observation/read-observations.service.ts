import { readAsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { once } from "../../shared/loader.js";
import type { Campaign } from "../campaign/campaign.entity.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import type { QualityIndicator } from "../indicator/indicator.entity.js";
import { knownIndicator } from "../indicator/known-indicator.service.js";
import { notAsked, wasNotAsked } from "./not-asked.js";
import { type Observation, ObservationLevel } from "./observation.entity.js";
import { observationsByArea, observationsByIndicator } from "./observation.loader.js";
import { keyOfRequest, type ObservationRequest } from "./observation-request.js";
import { province } from "./province.js";

/** The observations of an indicator, of one campaign or of all; refuses an unknown campaign. */
export async function readObservationsOfIndicator(
  context: SubgraphContext,
  indicator: QualityIndicator,
  request: Pick<ObservationRequest, "campaign" | "level" | "asOf">,
): Promise<Observation[]> {
  const { campaign: code, level = ObservationLevel.PROVINCE } = request;
  const campaign = code === undefined ? null : await knownCampaign(context, code);
  if (campaign && wasNotAsked(indicator, campaign))
    return level === ObservationLevel.PROVINCE
      ? [readAsOf(notAsked(indicator, campaign, province), request.asOf)]
      : [];
  const key = keyOfRequest({ ...request, indicator: indicator.code });
  const answers = await observationsByIndicator(context).load(key);
  return answers.map(({ observation }) => observation);
}

/** The observations of a health region or of an establishment; refuses an unknown campaign or indicator. */
export async function readObservationsOfArea(
  context: SubgraphContext,
  area: { readonly level: ObservationLevel; readonly code: string },
  request: {
    readonly campaign: string;
    readonly indicator?: string | undefined;
    readonly asOf?: string | undefined;
  },
): Promise<Observation[]> {
  const { campaign, indicator } = await once(context, named, [request.campaign, request.indicator]);
  if (indicator && wasNotAsked(indicator, campaign))
    return [readAsOf(notAsked(indicator, campaign, { ...area, name: null }), request.asOf)];
  // Not `...request`: for the places of a portal query V8's slow way to it cost a fiftieth of the query's CPU.
  const key = keyOfRequest({
    indicator: request.indicator,
    campaign: request.campaign,
    asOf: request.asOf,
    level: area.level,
    area: area.code,
  });
  const answers = await observationsByArea(context).load(key);
  return answers.map(({ observation }) => observation);
}

/** What a request names, looked up once for all the places that it is asked of. */
async function named(
  context: SubgraphContext,
  [campaign, indicator]: readonly [string, string | undefined],
): Promise<{ readonly campaign: Campaign; readonly indicator: QualityIndicator | null }> {
  const [knownOne, measured] = await Promise.all([
    knownCampaign(context, campaign),
    indicator === undefined ? null : knownIndicator(context, indicator),
  ]);
  return { campaign: knownOne, indicator: measured };
}
