import type { SubgraphContext } from "../../shared/context.js";
import { documentsOutOn } from "../source/read-sources.service.js";
import type { Contradiction } from "./contradiction.entity.js";
import { findContradictions } from "./contradiction.repository.js";

/** The contradictions; on a given day, the sides that were printed by then, where at least two were. */
export async function readContradictions(context: SubgraphContext, asOf?: string): Promise<Contradiction[]> {
  const contradictions = await findContradictions(context);
  if (asOf === undefined) return contradictions;
  const out = await documentsOutOn(context, asOf);
  return contradictions
    .map((contradiction) => ({
      ...contradiction,
      sides: contradiction.sides.filter((side) => out.has(side.provenance.document)),
    }))
    .filter(({ sides }) => sides.length >= 2);
}
