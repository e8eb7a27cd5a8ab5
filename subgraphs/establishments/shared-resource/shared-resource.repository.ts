import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { searchPatterns } from "../../shared/search-text.js";
import { SharedResource } from "./shared-resource.entity.js";

/** The shared resources that hold every searched word, in the order of the repertoire. */
export const findSharedResources = (
  context: SubgraphContext,
  search: string | null,
  asOf?: string,
): Promise<SharedResource[]> =>
  publishedRows(
    context,
    SharedResource,
    "WHERE ($1::text[] IS NULL OR search LIKE ALL ($1)) ORDER BY position, code",
    [search === null ? null : searchPatterns(search)],
    asOf,
  );

/** The shared resource with a code, if there is one. */
export async function findSharedResource(
  context: SubgraphContext,
  code: string,
): Promise<SharedResource | null> {
  const [found] = await publishedRows(context, SharedResource, "WHERE code = $1", [code]);
  return found ?? null;
}
