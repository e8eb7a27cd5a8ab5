import type { SubgraphContext } from "../../shared/context.js";
import { PostureDefinition } from "./posture.entity.js";

/** The postures, in the order of the comparison table. */
export async function findPostures(context: SubgraphContext): Promise<PostureDefinition[]> {
  return (await context.database.published()).find(PostureDefinition, { order: { position: "ASC" } });
}
