import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { PartnerConcept, type PartnerConceptKind } from "./partner-concept.entity.js";

/** The concepts, of one list or of all, in the order of the data file. */
export const findPartnerConcepts = (
  context: SubgraphContext,
  kind: PartnerConceptKind | null,
  asOf?: string,
): Promise<PartnerConcept[]> =>
  publishedRows(
    context,
    PartnerConcept,
    "WHERE ($1::text IS NULL OR kind = $1) ORDER BY position",
    [kind],
    asOf,
  );
