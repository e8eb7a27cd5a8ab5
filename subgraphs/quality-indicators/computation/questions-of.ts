import { type Filter, questionFiltersIn, readsPlaces } from "./filter.js";
import type { Measure } from "./measure.js";

/** The filters that a measure reads. */
export function filtersOf(measure: Measure): Filter[] {
  switch (measure.kind) {
    case "COVERAGE":
    case "REGISTER_SHARE":
    case "REGISTER_BY_STATUS":
      return [];
    case "SHARE":
      return measure.where ? [measure.of, measure.where] : [measure.of];
    default:
      return measure.where ? [measure.where] : [];
  }
}

function measuredQuestions(measure: Measure): string[] {
  switch (measure.kind) {
    case "SUM":
    case "MEAN":
    case "DISTRIBUTION":
    case "SHARE_BY_CHOICE":
      return [measure.question];
    case "RATE":
      return [measure.numerator.question, measure.denominator.question];
    case "COMPOSITION":
      return measure.parts.map(({ question }) => question);
    default:
      return [];
  }
}

/** The questions whose answers a measure reads, filters included: what may be published of it is what may be of them. */
export const questionsOf = (measure: Measure): string[] => [
  ...new Set([
    ...measuredQuestions(measure),
    ...filtersOf(measure)
      .flatMap(questionFiltersIn)
      .map(({ question }) => question),
  ]),
];

/** True when a measure speaks of some places only, whatever the level of its row. */
export const singlesOutPlaces = (measure: Measure): boolean => filtersOf(measure).some(readsPlaces);

/** True when a measure reads the hub's own registers: there are no answers behind it to protect. */
export const readsRegisters = ({ kind }: Measure): boolean =>
  kind === "REGISTER_SHARE" || kind === "REGISTER_BY_STATUS";
