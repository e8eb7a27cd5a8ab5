import { readAsOf } from "../../shared/as-of.js";
import { type Provenance, wasOutOn } from "../../shared/provenance.js";
import { rowWith } from "../../shared/published-rows.js";
import type { Recommendation } from "./recommendation.entity.js";

interface Printed {
  readonly provenance: Provenance;
}

/** A recommendation with what documents had said of it by the end of a day: the report of 2025 enriches those of 2024. */
export function asPrintedOn(recommendation: Recommendation, day: string): Recommendation {
  const out = <Passage extends Printed>(passages: Passage[]): Passage[] =>
    passages.filter(({ provenance }) => wasOutOn(provenance, day));
  return rowWith(recommendation, {
    wordings: out(recommendation.wordings),
    enrichments: recommendation.enrichments
      .map((enrichment) => ({ ...enrichment, wordings: out(enrichment.wordings) }))
      .filter(({ wordings }) => wordings.length > 0),
    addressees: out(recommendation.addressees),
    crosswalk: readAsOf({ ...recommendation.crosswalk }, day),
  });
}
