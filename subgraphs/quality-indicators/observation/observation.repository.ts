import type { SubgraphContext } from "../../shared/context.js";
import { rowsKnownBefore } from "../../shared/published-rows.js";
import { type AnsweredObservation, type ObservationRow, observationOf } from "./observation-row.js";
import { type RequestRow, rowsOfRequests } from "./observation-request.js";

const asked = `
  asked AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS request(key text, indicator text, campaign text, levels text[], area text, as_of text, known_before timestamptz)
  )`;

/** Where rows are read: in the table as it is, or as it was when each request asks about. */
type RowsOf = (table: string) => string;
const latest: RowsOf = (table) => `quality_indicators_published.${table}`;
const whenAsked: RowsOf = (table) =>
  `LATERAL ${rowsKnownBefore(latest(table), "COALESCE(asked.known_before, 'infinity')")}`;

// A document dated by its month alone counts as known from that month's first day; text order is the order of days.
const publishedFigures = (rowsOf: RowsOf): string => `
  SELECT asked.key, figure.indicator, indicator.version AS indicator_version, figure.campaign, figure.period,
    'PROVINCE' AS level, 'QC' AS area, NULL::jsonb AS area_name, figure.category, figure.value, figure.low,
    figure.high, figure.text, figure.unit, figure.numerator, figure.denominator, figure.count_inferred,
    CASE WHEN figure.unit = 'PERSONS' AND figure.value IS NOT NULL
      THEN COALESCE(campaign.answered_by, '[]') ELSE '[]' END AS bases,
    '[]'::jsonb AS compared_with, figure.basis,
    figure.status, CASE WHEN figure.status = 'NOT_EXTRACTED' THEN 'LOST_WITH_CHART' END AS reason, CASE WHEN figure.derived THEN 'COMPUTED' ELSE 'PUBLISHED' END AS origin,
    figure.provenance, NULL::text AS vintage, figure.contradictions, figure.note, NULL::jsonb AS withdrawal,
    0 AS part, figure.rank, figure.position::bigint AS position
  FROM asked
  JOIN ${rowsOf("published_figure")} figure ON figure.indicator = asked.indicator
  JOIN ${rowsOf("indicator")} indicator ON indicator.code = figure.indicator
  JOIN ${rowsOf("source")} source ON source.code = figure.source
  LEFT JOIN ${rowsOf("campaign")} campaign ON campaign.code = figure.campaign
  WHERE (asked.campaign IS NULL OR figure.campaign = asked.campaign)
    AND 'PROVINCE' = ANY (asked.levels)
    AND (asked.as_of IS NULL OR source.published_on IS NULL OR source.published_on COLLATE "C" <= asked.as_of)`;

/** The columns of a computed observation, read beside the vintage that it belongs to. */
export const computedColumns = `
  SELECT asked.key, computed.indicator, computed.indicator_version, computed.campaign, computed.period,
    computed.level, computed.area, computed.area_name, computed.category, computed.value, computed.low,
    computed.high, computed.text, computed.unit, computed.numerator, computed.denominator, false AS count_inferred,
    computed.bases, computed.compared_with, computed.basis,
    computed.status, computed.reason, computed.origin,
    computed.provenance, computed.vintage, computed.contradictions, NULL::jsonb AS note,
    CASE WHEN vintage.status = 'WITHDRAWN'
      THEN jsonb_build_object('at', vintage.withdrawn_at, 'reason', vintage.withdrawn_reason) END AS withdrawal,
    1 AS part, 0 AS rank, computed.id AS position`;

// One vintage a campaign: the last one at that time, even when it was withdrawn since; it then says so.
// OFFSET 0 keeps the planner from reading every vintage at once: rows are found by index for each thing asked.
const computedWhere = (condition: string): string => `
  ${computedColumns}
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

const byIndicator = (rowsOf: RowsOf): string =>
  `WITH ${asked} ${publishedFigures(rowsOf)} UNION ALL ${computedWhere(
    "observation.indicator = asked.indicator AND observation.level = ANY (asked.levels)",
  )} ${inOrder}`;
const byIndicatorLatest = byIndicator(latest);
const byIndicatorWhenAsked = byIndicator(whenAsked);

const byArea = `WITH ${asked} ${computedWhere(
  "observation.level = ANY (asked.levels) AND observation.area = asked.area AND (asked.indicator IS NULL OR observation.indicator = asked.indicator)",
)} ${inOrder}`;

/** The observations of indicators: what documents print first, then what the hub computed. One statement. */
export const findObservationsByIndicator = (
  context: SubgraphContext,
  keys: readonly string[],
): Promise<AnsweredObservation[]> => {
  const requests = rowsOfRequests(keys);
  const isDated = requests.some((request) => request.as_of !== undefined);
  return answer(context, isDated ? byIndicatorWhenAsked : byIndicatorLatest, requests);
};

/** The observations of regions or establishments, all computed. One statement. */
export const findObservationsByArea = (
  context: SubgraphContext,
  keys: readonly string[],
): Promise<AnsweredObservation[]> => answer(context, byArea, rowsOfRequests(keys));

async function answer(
  context: SubgraphContext,
  sql: string,
  requests: readonly RequestRow[],
): Promise<AnsweredObservation[]> {
  const manager = await context.database.published();
  const rows = (await manager.query(sql, [JSON.stringify(requests)])) as ObservationRow[];
  return rows.map((row) => ({ key: row.key, observation: observationOf(row) }));
}
