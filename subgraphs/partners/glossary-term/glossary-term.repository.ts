import type { SubgraphContext } from "../../shared/context.js";
import { searchPatterns } from "../../shared/search-text.js";
import { GlossaryTerm } from "./glossary-term.entity.js";

/** The terms that hold every searched word, in the order of the data file. */
export async function findGlossaryTerms(
  context: SubgraphContext,
  search: string | null,
): Promise<GlossaryTerm[]> {
  const query = (await context.database.published())
    .createQueryBuilder(GlossaryTerm, "term")
    .orderBy("term.position");
  if (search !== null) query.andWhere("search LIKE ALL (:patterns)", { patterns: searchPatterns(search) });
  return query.getMany();
}
