import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { readSources, wasOutOn } from "../source/read-sources.service.js";
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
  if (code === undefined && asOf === undefined) return findPublishedFigures(context);
  const sources = await readSources(context);
  if (code !== undefined && sources.every((source) => source.code !== code))
    throw new HubError("UNKNOWN_CODE", { code, what: { fr: "d'une source", en: "of a source" } }, "source");
  const asked = sources.filter(
    (source) =>
      (code === undefined || source.code === code) && (asOf === undefined || wasOutOn(source, asOf)),
  );
  return findPublishedFigures(
    context,
    asked.map((source) => source.code),
  );
}
