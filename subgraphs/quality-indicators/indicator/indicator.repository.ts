import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { searchPatterns } from "../../shared/search-text.js";
import { QualityIndicator } from "./indicator.entity.js";

/** The indicators that hold every searched word, in the order of their codes. */
export async function findIndicators(context: SubgraphContext, search?: string): Promise<QualityIndicator[]> {
  const query = (await context.database.published())
    .createQueryBuilder(QualityIndicator, "indicator")
    .orderBy("indicator.code");
  if (search !== undefined)
    query.andWhere("search LIKE ALL (:patterns)", { patterns: searchPatterns(search) });
  return query.getMany();
}

/** The indicators with the given codes, in any order. */
export async function findIndicatorsByCode(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<QualityIndicator[]> {
  return (await context.database.published()).find(QualityIndicator, { where: { code: In([...codes]) } });
}
