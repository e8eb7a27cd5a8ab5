import { DataOrigin } from "../../shared/data-origin.js";
import type { Campaign } from "../campaign/campaign.entity.js";
import type { QualityIndicator } from "../indicator/indicator.entity.js";
import { absenceReasonOf } from "./absence-reason.js";
import { withoutNumbers } from "./absent-observation.js";
import { type Observation, type ObservedArea, ObservationStatus } from "./observation.entity.js";

/** True when a campaign did not ask what an indicator measures. */
export const wasNotAsked = (indicator: QualityIndicator, campaign: Campaign): boolean =>
  !indicator.askedIn.includes(campaign.code);

/** The answer for a campaign that did not ask: an absence with its reason, never a zero and never an empty list. */
export const notAsked = (
  indicator: QualityIndicator,
  campaign: Campaign,
  area: ObservedArea,
): Observation => ({
  indicator: indicator.code,
  indicatorVersion: indicator.version,
  campaign: campaign.code,
  period: campaign.period,
  area,
  category: null,
  ...withoutNumbers,
  unit: indicator.unit,
  basis: indicator.basis,
  status: ObservationStatus.NOT_ASKED,
  absence: absenceReasonOf("NOT_ASKED_IN_CAMPAIGN"),
  origin: DataOrigin.PUBLISHED,
  provenance: indicator.provenance,
  vintage: null,
  contradictionIds: [],
  note: null,
});
