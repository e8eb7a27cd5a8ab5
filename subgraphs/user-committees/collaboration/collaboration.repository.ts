import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { Collaboration } from "./collaboration.entity.js";

// The printed answers come first: « PUBLISHED » sorts before « SYNTHETIC ».
const printedFirst = "ORDER BY origin, position";

/** The collaborations: the printed ones first, then those of the demonstration. */
export const findCollaborations = (context: SubgraphContext, asOf?: string): Promise<Collaboration[]> =>
  publishedRows(context, Collaboration, printedFirst, [], asOf);

/** The collaborations of the given committees, the printed ones first. */
export const findCollaborationsByCommittee = (
  context: SubgraphContext,
  committees: readonly string[],
  asOf?: string,
): Promise<Collaboration[]> =>
  publishedRows(context, Collaboration, `WHERE committee = ANY ($1) ${printedFirst}`, [committees], asOf);
