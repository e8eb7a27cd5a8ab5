import { EnglishStatus, type LocalizedText } from "../../shared/localized-text.js";
import { absentObservation } from "../observation/absent-observation.js";
import type { Campaign } from "../campaign/campaign.entity.js";
import type { QualityIndicator } from "../indicator/indicator.entity.js";
import { notAsked, wasNotAsked } from "../observation/not-asked.js";
import { type Observation, ObservationLevel, ObservationStatus } from "../observation/observation.entity.js";
import { province } from "../observation/province.js";
import type { TrendPoint } from "./trend.entity.js";

/** The point of a campaign in a trend: the first value told of it, in the order of the documents, then the hub's own. */
export function trendPoint(
  indicator: QualityIndicator,
  campaign: Campaign,
  category: string | null,
  told: readonly Observation[],
): TrendPoint {
  const here = told.filter(
    (observation) =>
      observation.campaign === campaign.code &&
      observation.area.level === ObservationLevel.PROVINCE &&
      observation.category === category,
  );
  const valued = here.filter(({ status, value }) => status === ObservationStatus.OBSERVED && value !== null);
  const observation = valued[0] ?? here[0] ?? absent(indicator, campaign);
  const others = valued.slice(1);
  return { campaign: campaign.code, observation, others, choice: choiceOf(observation, others) };
}

const absent = (indicator: QualityIndicator, campaign: Campaign): Observation => {
  const none = notAsked(indicator, campaign, province);
  if (wasNotAsked(indicator, campaign)) return none;
  return absentObservation(none, province, ObservationStatus.CANNOT_BE_CALCULATED, "NOT_PUBLISHED_YET");
};

function choiceOf(chosen: Observation, others: readonly Observation[]): LocalizedText {
  const status = EnglishStatus.PROPOSED;
  const inFrench = ({ value }: Observation): string => `${value ?? ""}`.replace(".", ",");
  const place = ({ provenance }: Observation): string => `${provenance.document}, ${provenance.section}`;
  if (chosen.value === null)
    return {
      fr: "Aucune valeur n'est dite de cette campagne.",
      en: "No value is told of this campaign.",
      status,
    };
  const differing = others.filter(({ value }) => value !== chosen.value);
  if (differing.length === 0)
    return {
      fr: `La seule valeur dite : ${inFrench(chosen)} (${place(chosen)}).`,
      en: `The only value told: ${chosen.value} (${place(chosen)}).`,
      status,
    };
  const restIn = (written: (observation: Observation) => string): string =>
    differing.map((other) => `${written(other)} (${place(other)})`).join(" ; ");
  return {
    fr: `La valeur retenue est ${inFrench(chosen)} (${place(chosen)}), la première dans l'ordre des documents ; d'autres sont dites : ${restIn(inFrench)}.`,
    en: `The value chosen is ${chosen.value} (${place(chosen)}), the first in the order of the documents; others are told: ${restIn(({ value }) => String(value ?? ""))}.`,
    status,
  };
}
