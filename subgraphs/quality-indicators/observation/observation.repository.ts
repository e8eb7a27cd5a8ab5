import type { SubgraphContext } from "../../shared/context.js";
import { type AnsweredObservation, type ObservationRow, observationOf } from "./observation-row.js";
import { rowsOfRequests } from "./observation-request.js";

const asked = `
  asked AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS request(key text, indicator text, campaign text, levels text[], area text, as_of text, known_before timestamptz)
  )`;

// A document dated by its month alone counts as known from that month's first day; text order is the order of days.
const publishedFigures = `
  SELECT asked.key, figure.indicator, indicator.version AS indicator_version, figure.campaign, figure.period,
    'PROVINCE' AS level, 'QC' AS area, NULL::jsonb AS area_name, figure.category, figure.value, figure.low,
    figure.high, figure.text, figure.unit, figure.numerator, figure.denominator, figure.count_inferred, figure.basis,
    figure.status, CASE WHEN figure.status = 'NOT_EXTRACTED' THEN 'LOST_WITH_CHART' END AS reason, CASE WHEN figure.derived THEN 'COMPUTED' ELSE 'PUBLISHED' END AS origin,
    figure.provenance, NULL::text AS vintage, figure.contradictions, figure.note, NULL::jsonb AS withdrawal,
    0 AS part, figure.rank, figure.position::bigint AS position
  FROM asked
  JOIN quality_indicators_published.published_figure figure ON figure.indicator = asked.indicator
  JOIN quality_indicators_published.indicator ON indicator.code = figure.indicator
  JOIN quality_indicators_published.source ON source.code = figure.source
  WHERE (asked.campaign IS NULL OR figure.campaign = asked.campaign)
    AND 'PROVINCE' = ANY (asked.levels)
    AND (asked.as_of IS NULL OR source.published_on IS NULL OR source.published_on COLLATE "C" <= asked.as_of)`;

// One vintage a campaign: the last one at that time, even when it was withdrawn since; it then says so.
// OFFSET 0 keeps the planner from reading every vintage at once: rows are found by index for each thing asked.
const computedWhere = (condition: string): string => `
  SELECT asked.key, computed.indicator, computed.indicator_version, computed.campaign, computed.period,
    computed.level, computed.area, computed.area_name, computed.category, computed.value, computed.low,
    computed.high, computed.text, computed.unit, computed.numerator, computed.denominator, false AS count_inferred, computed.basis,
    computed.status, computed.reason, computed.origin,
    computed.provenance, computed.vintage, computed.contradictions, NULL::jsonb AS note,
    CASE WHEN vintage.status = 'WITHDRAWN'
      THEN jsonb_build_object('at', vintage.withdrawn_at, 'reason', vintage.withdrawn_reason) END AS withdrawal,
    1 AS part, 0 AS rank, computed.id AS position
  FROM asked
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (campaign) * FROM quality_indicators_published.vintage
    WHERE (asked.campaign IS NULL OR campaign = asked.campaign)
      AND (asked.known_before IS NULL OR published_at < asked.known_before)
    ORDER BY campaign, number DESC
  ) vintage
  CROSS JOIN LATERAL (
    SELECT * FROM quality_indicators_published.observation
    WHERE observation.vintage = vintage.code AND ${condition}
    OFFSET 0
  ) computed`;

const inOrder = "ORDER BY part, campaign, rank, position";

const byIndicator = `WITH ${asked} ${publishedFigures} UNION ALL ${computedWhere(
  "observation.indicator = asked.indicator AND observation.level = ANY (asked.levels)",
)} ${inOrder}`;

const byArea = `WITH ${asked} ${computedWhere(
  "observation.level = ANY (asked.levels) AND observation.area = asked.area AND (asked.indicator IS NULL OR observation.indicator = asked.indicator)",
)} ${inOrder}`;

/** The observations of indicators: what documents print first, then what the hub computed. One statement. */
export const findObservationsByIndicator = (
  context: SubgraphContext,
  keys: readonly string[],
): Promise<AnsweredObservation[]> => answer(context, byIndicator, keys);

/** The observations of regions or establishments, all computed. One statement. */
export const findObservationsByArea = (
  context: SubgraphContext,
  keys: readonly string[],
): Promise<AnsweredObservation[]> => answer(context, byArea, keys);

async function answer(
  context: SubgraphContext,
  sql: string,
  keys: readonly string[],
): Promise<AnsweredObservation[]> {
  const manager = await context.database.published();
  const rows = (await manager.query(sql, [JSON.stringify(rowsOfRequests(keys))])) as ObservationRow[];
  return rows.map((row) => ({ key: row.key, observation: observationOf(row) }));
}
