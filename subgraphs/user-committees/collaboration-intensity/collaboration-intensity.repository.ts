import type { SubgraphContext } from "../../shared/context.js";
import { CollaborationIntensityDefinition } from "./collaboration-intensity.entity.js";

/** The intensities, from none to structured, then the unknown one. */
export async function findCollaborationIntensities(
  context: SubgraphContext,
): Promise<CollaborationIntensityDefinition[]> {
  return (await context.database.published()).find(CollaborationIntensityDefinition, {
    order: { position: "ASC" },
  });
}
