import type { SubgraphContext } from "../../shared/context.js";
import { searchPatterns } from "../../shared/search-text.js";
import { SharedResource } from "./shared-resource.entity.js";

/** The shared resources that hold every searched word, in the order of the repertoire. */
export async function findSharedResources(
  context: SubgraphContext,
  search: string | null,
): Promise<SharedResource[]> {
  const query = (await context.database.published())
    .createQueryBuilder(SharedResource, "resource")
    .orderBy("resource.position");
  if (search !== null) query.andWhere("search LIKE ALL (:patterns)", { patterns: searchPatterns(search) });
  return query.getMany();
}
