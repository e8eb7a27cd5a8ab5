import type { SubgraphContext } from "../../shared/context.js";
import { wasOutOn } from "../../shared/provenance.js";
import type { OfficeNameExample } from "./office-name-example.entity.js";
import { findOfficeNameExamples } from "./office-name-example.repository.js";

/** The printed examples; on a given day, those of documents that were out by then. */
export async function readOfficeNameExamples(
  context: SubgraphContext,
  asOf?: string,
): Promise<OfficeNameExample[]> {
  const examples = await findOfficeNameExamples(context, asOf);
  return examples.filter(({ provenance }) => wasOutOn(provenance, asOf));
}
