import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { CollaborationIntensityDefinition } from "./collaboration-intensity.entity.js";

/** The intensities, from none to structured, then the unknown one. */
export const findCollaborationIntensities = (
  context: SubgraphContext,
  asOf?: string,
): Promise<CollaborationIntensityDefinition[]> =>
  publishedRows(context, CollaborationIntensityDefinition, "ORDER BY position", [], asOf);
