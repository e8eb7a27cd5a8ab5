import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { CollaborationType } from "./collaboration-type.entity.js";

/** The types of collaboration, in the order of table 1. */
export const findCollaborationTypes = (
  context: SubgraphContext,
  asOf?: string,
): Promise<CollaborationType[]> => publishedRows(context, CollaborationType, "ORDER BY position", [], asOf);

/** The types of collaboration with the given codes, in any order. */
export const findCollaborationTypesByCode = (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<CollaborationType[]> =>
  publishedRows(context, CollaborationType, "WHERE code = ANY ($1)", [codes], asOf);
