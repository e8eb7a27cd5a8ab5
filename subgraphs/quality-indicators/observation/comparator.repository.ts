import type { SubgraphContext } from "../../shared/context.js";
import { askedColumns, observationRow } from "./observation-columns.js";
import { computedColumns } from "./observation.repository.js";
import { type AnsweredObservation, observationOf } from "./observation-row.js";

const sameMeasureElsewhere = `
  WITH asked AS (
    SELECT number - 1 AS number, request->>'vintage' AS vintage, request->>'indicator' AS indicator,
      request->>'category' AS category, request->>'basis' AS basis, request->>'level' AS level, request->>'area' AS area
    FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given(request, number)
  )
  ${computedColumns}
  FROM asked
  JOIN quality_indicators_published.vintage ON vintage.code = asked.vintage
  CROSS JOIN LATERAL (
    SELECT * FROM quality_indicators_published.observation
    WHERE observation.vintage = asked.vintage AND observation.level = asked.level AND observation.area = asked.area
      AND observation.indicator = asked.indicator AND observation.basis = asked.basis
      AND observation.category IS NOT DISTINCT FROM asked.category
    OFFSET 0
  ) computed`;

/** The observations of the same measure in wider areas, by the key of the comparator. One statement. */
export async function findComparators(
  context: SubgraphContext,
  keys: readonly string[],
): Promise<AnsweredObservation[]> {
  const values = [`[${keys.join(",")}]`, askedColumns(context.asked)];
  const read = await context.database.readPublishedRows(context, sameMeasureElsewhere, values);
  return read.map(observationRow).map((row) => ({
    key: keys[Number(row.request)] ?? "",
    observation: observationOf(row),
  }));
}
