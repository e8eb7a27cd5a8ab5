import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { Contradiction } from "./contradiction.entity.js";

/** Every contradiction, in the order of the list. */
export const findContradictions = (context: SubgraphContext, asOf?: string): Promise<Contradiction[]> =>
  publishedRows(context, Contradiction, "ORDER BY position", [], asOf);

/** The contradictions with the given codes, in any order. */
export const findContradictionsById = (
  context: SubgraphContext,
  ids: readonly string[],
  asOf?: string,
): Promise<Contradiction[]> => publishedRows(context, Contradiction, "WHERE id = ANY ($1)", [ids], asOf);
