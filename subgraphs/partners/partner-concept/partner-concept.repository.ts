import type { SubgraphContext } from "../../shared/context.js";
import { PartnerConcept, type PartnerConceptKind } from "./partner-concept.entity.js";

/** The concepts, of one list or of all, in the order of the data file. */
export async function findPartnerConcepts(
  context: SubgraphContext,
  kind: PartnerConceptKind | null,
): Promise<PartnerConcept[]> {
  return (await context.database.published()).find(PartnerConcept, {
    ...(kind === null ? {} : { where: { kind } }),
    order: { position: "ASC" },
  });
}
