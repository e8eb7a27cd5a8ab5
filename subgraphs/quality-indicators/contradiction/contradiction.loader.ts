import type { SubgraphContext } from "../../shared/context.js";
import { oneByKey } from "../../shared/loader.js";
import type { Contradiction } from "./contradiction.entity.js";
import { findContradictionsById } from "./contradiction.repository.js";

const contradictionById = oneByKey(findContradictionsById, (contradiction) => contradiction.id);

/** The contradictions with the given codes, in the order of the codes. */
export async function contradictionsOf(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<Contradiction[]> {
  const found = await Promise.all(ids.map((id) => contradictionById(context).load(id)));
  return found.filter((contradiction) => contradiction !== null);
}
