import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { OfficeNameExample } from "./office-name-example.entity.js";

/** The printed examples, in the order of the list. */
export const findOfficeNameExamples = (
  context: SubgraphContext,
  asOf?: string,
): Promise<OfficeNameExample[]> => publishedRows(context, OfficeNameExample, "ORDER BY position", [], asOf);
