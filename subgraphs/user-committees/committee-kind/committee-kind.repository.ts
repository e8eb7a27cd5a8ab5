import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { CommitteeKindDefinition } from "./committee-kind.entity.js";

/** The kinds of committee, in the order in which the sources name them. */
export const findCommitteeKinds = (
  context: SubgraphContext,
  asOf?: string,
): Promise<CommitteeKindDefinition[]> =>
  publishedRows(context, CommitteeKindDefinition, "ORDER BY position", [], asOf);
