import { canonicalJson } from "../../shared/canonical-json.js";
import type { SubgraphContext } from "../../shared/context.js";
import { computedColumns } from "./observation.repository.js";
import { type AnsweredObservation, type ObservationRow, observationOf } from "./observation-row.js";

const sameMeasureElsewhere = `
  WITH asked AS (
    SELECT request::text AS key, request->>'vintage' AS vintage, request->>'indicator' AS indicator,
      request->>'category' AS category, request->>'basis' AS basis, request->>'level' AS level, request->>'area' AS area
    FROM jsonb_array_elements($1::jsonb) AS request
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
  const manager = await context.database.published();
  const rows = (await manager.query(sameMeasureElsewhere, [`[${keys.join(",")}]`])) as ObservationRow[];
  return rows.map((row) => ({ key: canonicalJson(JSON.parse(row.key)), observation: observationOf(row) }));
}
