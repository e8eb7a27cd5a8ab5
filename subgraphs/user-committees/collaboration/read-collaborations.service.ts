import type { SubgraphContext } from "../../shared/context.js";
import { wasOutOn } from "../../shared/provenance.js";
import type { Collaboration } from "./collaboration.entity.js";
import { findCollaborations } from "./collaboration.repository.js";

/** The collaborations; on a given day, those of documents that were out by then. */
export async function readCollaborations(context: SubgraphContext, asOf?: string): Promise<Collaboration[]> {
  const collaborations = await findCollaborations(context, asOf);
  return collaborations.filter(({ provenance }) => wasOutOn(provenance, asOf));
}
