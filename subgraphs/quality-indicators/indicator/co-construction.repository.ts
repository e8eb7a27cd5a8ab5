import type { EntityManager } from "typeorm";
import { endOfDayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { CoConstructionRecord } from "./co-construction-record.entity.js";

/** What was recorded of the given indicators until the end of a day, or until now; oldest first. */
export const findRecords = (
  context: SubgraphContext,
  indicators: readonly string[],
  asOf?: string,
): Promise<CoConstructionRecord[]> =>
  publishedRows(
    context,
    CoConstructionRecord,
    "WHERE published.indicator = ANY ($1) AND published.recorded_at < $2 ORDER BY published.number",
    // A record is never rewritten: what was recorded before an instant is what was known then.
    [indicators, asOf === undefined ? "infinity" : endOfDayInToronto(asOf)],
  );

/** Makes records of one indicator wait for each other until their transaction ends. */
export async function waitToRecord(manager: EntityManager, indicator: string): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify(["co-construction", indicator]),
  ]);
}

/** The last record of an indicator, if there is one. */
export const lastRecord = (manager: EntityManager, indicator: string): Promise<CoConstructionRecord | null> =>
  manager.findOne(CoConstructionRecord, { where: { indicator }, order: { number: "DESC" } });

/** Adds a record. */
export async function insertRecord(manager: EntityManager, record: CoConstructionRecord): Promise<void> {
  await manager.insert(CoConstructionRecord, { ...record });
}
