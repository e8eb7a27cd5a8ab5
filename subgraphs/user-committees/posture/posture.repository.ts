import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { PostureDefinition } from "./posture.entity.js";

/** The postures, in the order of the comparison table. */
export const findPostures = (context: SubgraphContext, asOf?: string): Promise<PostureDefinition[]> =>
  publishedRows(context, PostureDefinition, "ORDER BY position", [], asOf);
