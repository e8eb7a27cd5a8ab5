import type { SubgraphContext } from "../../shared/context.js";
import { wasOutOn } from "../../shared/provenance.js";
import { rowWith } from "../../shared/published-rows.js";
import type { CollaborationIntensityDefinition } from "./collaboration-intensity.entity.js";
import { findCollaborationIntensities } from "./collaboration-intensity.repository.js";

/** The intensities; on a given day, with the answers that were printed by then. */
export async function readCollaborationIntensities(
  context: SubgraphContext,
  asOf?: string,
): Promise<CollaborationIntensityDefinition[]> {
  const intensities = await findCollaborationIntensities(context, asOf);
  if (asOf === undefined) return intensities;
  return intensities.map((intensity) =>
    rowWith(intensity, { quotes: intensity.quotes.filter((quote) => wasOutOn(quote, asOf)) }),
  );
}
