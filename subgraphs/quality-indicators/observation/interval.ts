import { EnglishStatus, type LocalizedText } from "../../shared/localized-text.js";
import { Basis, Unit } from "../indicator/measure.js";
import { type Observation, ObservationStatus } from "./observation.entity.js";
import { IntervalMethod, type ObservationInterval } from "./observation-interval.entity.js";
import { wilson } from "./wilson.js";

// Those that are counted one by one: a share of partners or of projects is one of sums, not of draws.
const countedOneByOne: readonly Basis[] = [
  Basis.RESPONDENTS,
  Basis.OFFICES,
  Basis.ESTABLISHMENTS,
  Basis.ESTABLISHMENTS_QUESTIONNAIRE,
  Basis.HEALTH_REGIONS,
];

const caveat: LocalizedText = {
  fr: "Tous ceux qui pouvaient répondre ont été interrogés : c'est quasi un recensement, et non un échantillon tiré au hasard. L'intervalle donne l'ordre de grandeur de ce que vaut une part sur un si petit nombre ; il ne dit rien de ceux qui n'ont pas répondu.",
  en: "Everyone who could answer was asked: this is close to a census, not a sample drawn at random. The interval gives an idea of what a share of so small a number is worth; it says nothing of those who did not answer.",
  status: EnglishStatus.PROPOSED,
};

type Counted = Pick<Observation, "status" | "unit" | "basis" | "numerator" | "denominator">;

/** The interval of an observed share of those who are counted one by one; null of anything else. */
export function intervalOf(observation: Counted): ObservationInterval | null {
  const { status, unit, basis, numerator, denominator } = observation;
  if (status !== ObservationStatus.OBSERVED || unit !== Unit.PERCENT) return null;
  if (numerator === null || !denominator || !countedOneByOne.includes(basis)) return null;
  if (!Number.isInteger(numerator) || numerator < 0 || numerator > denominator) return null;
  return { ...wilson(numerator, denominator), method: IntervalMethod.WILSON_95, caveat };
}
