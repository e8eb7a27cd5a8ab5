import type { SubgraphContext } from "../../shared/context.js";
import { oneByKey } from "../../shared/loader.js";
import type { QualityIndicator } from "./indicator.entity.js";
import { findIndicatorsByCode } from "./indicator.repository.js";

/** An indicator by its code. */
export const indicatorByCode = oneByKey(findIndicatorsByCode, (indicator) => indicator.code);

/** The indicators with the given codes, in the order of the codes. */
export async function indicatorsOf(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<QualityIndicator[]> {
  const found = await Promise.all(codes.map((code) => indicatorByCode(context).load(code)));
  return found.filter((indicator) => indicator !== null);
}
