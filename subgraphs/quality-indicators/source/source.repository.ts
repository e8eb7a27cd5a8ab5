import type { SubgraphContext } from "../../shared/context.js";
import { Source } from "./source.entity.js";

/** Every source, in the order of the list. */
export async function findSources(context: SubgraphContext): Promise<Source[]> {
  return (await context.database.published()).find(Source, { order: { position: "ASC" } });
}
