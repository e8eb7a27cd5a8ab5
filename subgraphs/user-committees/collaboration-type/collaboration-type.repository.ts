import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { CollaborationType } from "./collaboration-type.entity.js";

/** The types of collaboration, in the order of table 1. */
export async function findCollaborationTypes(context: SubgraphContext): Promise<CollaborationType[]> {
  return (await context.database.published()).find(CollaborationType, { order: { position: "ASC" } });
}

/** The types of collaboration with the given codes, in any order. */
export async function findCollaborationTypesByCode(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<CollaborationType[]> {
  return (await context.database.published()).find(CollaborationType, { where: { code: In([...codes]) } });
}
