import type { ObservationToPublish } from "./observation-to-publish.js";
import { suppressed } from "./outcome.js";
import { type AnsweringEstablishment, widerThan } from "./places-of.js";
import type { ComputedIndicator, PublicationInput } from "./publication-input.js";
import { rowOf } from "./row-of.js";

/**
 * Until a whole publication is protected jointly, nothing of an establishment is shown: the row says why. One asks for
 * it beside an establishment's name even where the notice stops at the province.
 */
export const establishmentRows = (
  indicator: ComputedIndicator,
  establishments: readonly AnsweringEstablishment[],
  input: PublicationInput,
): ObservationToPublish[] =>
  establishments.map(({ place, submissions }) => ({
    ...rowOf(indicator, input, submissions),
    level: "ESTABLISHMENT",
    area: place.establishment,
    area_name: place.names.establishment,
    compared_with: widerThan(place, "ESTABLISHMENT"),
    category: null,
    contradictions: [],
    ...suppressed(submissions.some(({ synthetic }) => synthetic) ? "SYNTHETIC" : "NOT_YET_PROTECTED"),
  }));
