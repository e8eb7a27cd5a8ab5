import { readAsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { rowsKnownBefore } from "../../shared/published-rows.js";
import { askedColumns, observationColumns, observationRow } from "./observation-columns.js";
import { batchOf, type RequestBatch } from "./observation-request.js";
import { type AnsweredObservation, type ObservationRow, observationOf } from "./observation-row.js";

const asked = `
  asked AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS request(number integer, indicator text, campaign text,
      levels text[], areas text[], as_of text, known_before timestamptz)
  )`;

/** Where rows are read: in the table as it is, or as it was when each request asks about. */
type RowsOf = (table: string) => string;
const latest: RowsOf = (table) => `quality_indicators_published.${table}`;
const whenAsked: RowsOf = (table) =>
  `LATERAL ${rowsKnownBefore(latest(table), "COALESCE(asked.known_before, 'infinity')")}`;

// A document dated by its month alone counts as known from that month's first day; text order is the order of days.
const publishedFigures = (rowsOf: RowsOf): string => `
  SELECT ${observationColumns("printed")}, 0 AS part, figure.rank, figure.position::bigint AS position
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
  SELECT ${observationColumns("computed")}, 1 AS part, 0 AS rank, computed.id AS position`;

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
  "observation.level = ANY (asked.levels) AND observation.area = ANY (asked.areas) AND (asked.indicator IS NULL OR observation.indicator = asked.indicator)",
)} ${inOrder}`;

/** The observations of indicators: what documents print first, then what the hub computed. One statement. */
export const findObservationsByIndicator = (
  context: SubgraphContext,
  keys: readonly string[],
): Promise<AnsweredObservation[]> => {
  const batch = batchOf(keys);
  const isDated = batch.rows.some((request) => request.as_of !== undefined);
  return answer(context, isDated ? byIndicatorWhenAsked : byIndicatorLatest, batch, () => undefined);
};

/** The observations of regions or establishments, all computed. One statement. */
export const findObservationsByArea = (
  context: SubgraphContext,
  keys: readonly string[],
): Promise<AnsweredObservation[]> => answer(context, byArea, batchOf(keys), ({ area }) => area);

async function answer(
  context: SubgraphContext,
  sql: string,
  { rows, asOfOf, keyOf }: RequestBatch,
  areaOf: (row: ObservationRow) => string | undefined,
): Promise<AnsweredObservation[]> {
  const values = [JSON.stringify(rows), askedColumns(context.asked)];
  const read = await context.database.readPublishedRows(context, sql, values);
  return read.map(observationRow).map((row) => ({
    key: keyOf(row.request, areaOf(row)),
    observation: readAsOf(observationOf(row), asOfOf(row.request)),
  }));
}
