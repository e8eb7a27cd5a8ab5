import { asOfOf, readAsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { EngagementDegree } from "../../shared/engagement-codes.js";
import { loadAll } from "../../shared/loader.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import type { QualityIndicator } from "../indicator/indicator.entity.js";
import { indicatorByCode } from "../indicator/indicator.loader.js";
import { Unit } from "../indicator/measure.js";
import { absentObservation } from "./absent-observation.js";
import { notAsked, wasNotAsked } from "./not-asked.js";
import { type Observation, ObservationStatus } from "./observation.entity.js";
import { observationsByArea } from "./observation.loader.js";
import { keyOfRequest } from "./observation-request.js";

const degrees: readonly string[] = Object.values(EngagementDegree);

/**
 * What must stand beside a head count: the degrees of engagement of the same place and campaign, or one observation
 * that says why there are none. A head count never stands alone; what counts no person has none.
 */
export async function readEngagement(
  context: SubgraphContext,
  observation: Observation,
): Promise<Observation[]> {
  if (observation.unit !== Unit.PERSONS) return [];
  const asOf = asOfOf(observation);
  const indicator = await indicatorByCode(context, asOf).load(observation.indicator);
  const companions = await loadAll(indicatorByCode(context, asOf), indicator?.companions ?? []);
  const found = await Promise.all(companions.map((companion) => degreesOf(context, companion, observation)));
  const beside = found.length > 0 ? found.flat() : [missing(observation, "NO_COMPANION")];
  return beside.map((degree) => readAsOf(degree, asOf));
}

async function degreesOf(
  context: SubgraphContext,
  companion: QualityIndicator,
  observation: Observation,
): Promise<Observation[]> {
  const { area } = observation;
  const campaign = await knownCampaign(context, observation.campaign);
  if (wasNotAsked(companion, campaign)) return [notAsked(companion, campaign, area)];
  const key = keyOfRequest({
    indicator: companion.code,
    campaign: campaign.code,
    level: area.level,
    area: area.code,
    asOf: asOfOf(observation),
  });
  const told = (await observationsByArea(context).load(key)).map((answer) => answer.observation);
  const ofDegree = told.filter(({ category }) => category !== null && degrees.includes(category));
  if (ofDegree.length > 0) return ofDegree;
  const like = { ...observation, indicator: companion.code, indicatorVersion: companion.version };
  return [missing({ ...like, unit: companion.unit, basis: companion.basis }, "NOT_PUBLISHED_HERE")];
}

const missing = (like: Observation, reason: "NO_COMPANION" | "NOT_PUBLISHED_HERE"): Observation =>
  absentObservation({ ...like, category: null }, like.area, ObservationStatus.CANNOT_BE_CALCULATED, reason);
