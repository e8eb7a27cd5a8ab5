import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { searchPatterns } from "../../shared/search-text.js";
import { QualityIndicator } from "./indicator.entity.js";

/** The indicators that hold every searched word, in the order of their codes. */
export const findIndicators = (
  context: SubgraphContext,
  search?: string,
  asOf?: string,
): Promise<QualityIndicator[]> =>
  publishedRows(
    context,
    QualityIndicator,
    "WHERE ($1::text[] IS NULL OR search LIKE ALL ($1)) ORDER BY code",
    [search === undefined ? null : searchPatterns(search)],
    asOf,
  );

/** The indicators with the given codes, in any order. */
export const findIndicatorsByCode = (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<QualityIndicator[]> =>
  publishedRows(context, QualityIndicator, "WHERE code = ANY ($1)", [codes], asOf);
