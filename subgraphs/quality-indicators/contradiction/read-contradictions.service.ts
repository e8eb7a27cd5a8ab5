import type { SubgraphContext } from "../../shared/context.js";
import { wasOutOn } from "../../shared/provenance.js";
import { rowWith } from "../../shared/published-rows.js";
import type { Contradiction } from "./contradiction.entity.js";
import { findContradictions, findContradictionsById } from "./contradiction.repository.js";

/** The contradictions; on a given day, the sides that were printed by then, where at least two were. */
export const readContradictions = async (context: SubgraphContext, asOf?: string): Promise<Contradiction[]> =>
  seenOn(await findContradictions(context, asOf), asOf);

/** The contradictions with the given codes, in any order; on a given day, as `readContradictions`. */
export const readContradictionsById = async (
  context: SubgraphContext,
  ids: readonly string[],
  asOf?: string,
): Promise<Contradiction[]> => seenOn(await findContradictionsById(context, ids, asOf), asOf);

function seenOn(contradictions: Contradiction[], asOf: string | undefined): Contradiction[] {
  if (asOf === undefined) return contradictions;
  return contradictions
    .map((contradiction) =>
      rowWith(contradiction, {
        sides: contradiction.sides.filter((side) => wasOutOn(side.provenance, asOf)),
      }),
    )
    .filter(({ sides }) => sides.length >= 2);
}
