import type { SubgraphContext } from "../../shared/context.js";
import { CommitteeKindDefinition } from "./committee-kind.entity.js";

/** The kinds of committee, in the order in which the sources name them. */
export async function findCommitteeKinds(context: SubgraphContext): Promise<CommitteeKindDefinition[]> {
  return (await context.database.published()).find(CommitteeKindDefinition, { order: { position: "ASC" } });
}
