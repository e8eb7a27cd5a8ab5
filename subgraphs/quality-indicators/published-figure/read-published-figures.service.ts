import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { wasOutOn } from "../../shared/provenance.js";
import { findSources } from "../source/source.repository.js";
import type { PublishedFigure } from "./published-figure.entity.js";
import { findPublishedFigures } from "./published-figure.repository.js";

export interface FigureFilter {
  readonly source?: string | undefined;
  readonly asOf?: string | undefined;
}

/** The published figures, of one source or out on a day when asked; refuses a code that no source has. */
export async function readPublishedFigures(
  context: SubgraphContext,
  { source: code, asOf }: FigureFilter,
): Promise<PublishedFigure[]> {
  if (code !== undefined && (await findSources(context)).every((source) => source.code !== code))
    throw new HubError("UNKNOWN_CODE", { code, what: { fr: "d'une source", en: "of a source" } }, "source");
  const figures = await findPublishedFigures(context, code ?? null, asOf);
  return figures.filter(({ provenance }) => wasOutOn(provenance, asOf));
}
