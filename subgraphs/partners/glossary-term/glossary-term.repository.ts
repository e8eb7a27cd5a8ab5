import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { searchPatterns } from "../../shared/search-text.js";
import { GlossaryTerm } from "./glossary-term.entity.js";

/** The terms that hold every searched word, in the order of the data file. */
export const findGlossaryTerms = (
  context: SubgraphContext,
  search: string | null,
  asOf?: string,
): Promise<GlossaryTerm[]> =>
  publishedRows(
    context,
    GlossaryTerm,
    "WHERE ($1::text[] IS NULL OR search LIKE ALL ($1)) ORDER BY position",
    [search === null ? null : searchPatterns(search)],
    asOf,
  );
