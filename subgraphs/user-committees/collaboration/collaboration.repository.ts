import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { Collaboration } from "./collaboration.entity.js";

// The printed answers come first: « PUBLISHED » sorts before « SYNTHETIC ».
const printedFirst = { origin: "ASC", position: "ASC" } as const;

/** The collaborations: the printed ones first, then those of the demonstration. */
export async function findCollaborations(context: SubgraphContext): Promise<Collaboration[]> {
  return (await context.database.published()).find(Collaboration, { order: printedFirst });
}

/** The collaborations of the given committees, the printed ones first. */
export async function findCollaborationsByCommittee(
  context: SubgraphContext,
  committees: readonly string[],
): Promise<Collaboration[]> {
  return (await context.database.published()).find(Collaboration, {
    where: { committeeId: In([...committees]) },
    order: printedFirst,
  });
}
