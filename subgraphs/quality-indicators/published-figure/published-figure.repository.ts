import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { PublishedFigure } from "./published-figure.entity.js";

/** The published figures, those of one source when it is given, in the order of the table of figures. */
export const findPublishedFigures = (
  context: SubgraphContext,
  source: string | null,
  asOf?: string,
): Promise<PublishedFigure[]> =>
  publishedRows(
    context,
    PublishedFigure,
    "WHERE ($1::text IS NULL OR source = $1) ORDER BY position",
    [source],
    asOf,
  );
