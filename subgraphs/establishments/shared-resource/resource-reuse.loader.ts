import type { SubgraphContext } from "../../shared/context.js";
import { oneByKey } from "../../shared/loader.js";
import { countReuses } from "./resource-reuse.repository.js";

const countByResource = oneByKey(countReuses, ({ resource }) => resource);

/** How many establishments reuse a resource, or did at the end of a day. */
export const reuseCountOf = async (
  context: SubgraphContext,
  resource: string,
  asOf: string | undefined,
): Promise<number> => (await countByResource(context, asOf).load(resource))?.count ?? 0;
