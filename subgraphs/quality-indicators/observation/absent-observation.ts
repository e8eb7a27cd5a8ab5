import { absenceReasonOf, type AbsenceCode } from "./absence-reason.js";
import { type Observation, type ObservedArea, ObservationStatus } from "./observation.entity.js";

/** What stands in the place of an observation that is not there: the same measure of another area, and why it is absent. */
export const absentObservation = (
  like: Observation,
  area: ObservedArea,
  status: ObservationStatus,
  reason: AbsenceCode,
): Observation => ({
  ...like,
  area,
  status,
  absence: absenceReasonOf(reason),
  ...withoutNumbers,
  contradictionIds: [],
  note: null,
});

/** The members of an observation that has no value. */
export const withoutNumbers = {
  value: null,
  low: null,
  high: null,
  text: null,
  numerator: null,
  denominator: null,
  countInferred: false,
  bases: [],
  comparedWith: [],
} as const satisfies Partial<Observation>;
