import type { SubgraphContext } from "../../shared/context.js";
import { OfficeNameExample } from "./office-name-example.entity.js";

/** The printed examples, in the order of the list. */
export async function findOfficeNameExamples(context: SubgraphContext): Promise<OfficeNameExample[]> {
  return (await context.database.published()).find(OfficeNameExample, { order: { position: "ASC" } });
}
