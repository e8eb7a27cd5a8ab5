import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { Contradiction } from "./contradiction.entity.js";

/** Every contradiction, in the order of the list. */
export async function findContradictions(context: SubgraphContext): Promise<Contradiction[]> {
  return (await context.database.published()).find(Contradiction, { order: { position: "ASC" } });
}

/** The contradictions with the given codes, in any order. */
export async function findContradictionsById(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<Contradiction[]> {
  return (await context.database.published()).find(Contradiction, { where: { id: In([...ids]) } });
}
