import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { Source } from "./source.entity.js";

/** Every source, in the order of the list. */
export const findSources = (context: SubgraphContext, asOf?: string): Promise<Source[]> =>
  publishedRows(context, Source, "ORDER BY position", [], asOf);
