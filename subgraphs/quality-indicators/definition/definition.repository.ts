import type { EntityManager } from "typeorm";
import { hashOf } from "../../shared/canonical-json.js";
import type { QualityIndicator } from "../indicator/indicator.entity.js";
import type { Measure } from "../computation/measure.js";

/** A definition about to be kept: everything of an indicator but its version, and what a definition does not touch. */
export interface NewDefinition extends Pick<
  QualityIndicator,
  | "code"
  | "name"
  | "plain"
  | "definition"
  | "numeratorDefinition"
  | "denominatorDefinition"
  | "sphere"
  | "unit"
  | "valueType"
  | "basis"
  | "polarity"
  | "categories"
  | "caveats"
  | "questions"
  | "levels"
  | "companions"
  | "askedIn"
> {
  readonly measures: readonly Measure[];
  readonly recommendationLinks: readonly string[];
  readonly search: string;
}

const columns = {
  name: "name",
  plain: "plain",
  definition: "definition",
  numeratorDefinition: "numerator_definition",
  denominatorDefinition: "denominator_definition",
  sphere: "sphere",
  unit: "unit",
  valueType: "value_type",
  basis: "basis",
  polarity: "polarity",
  categories: "categories",
  caveats: "caveats",
  recommendationLinks: "recommendation_links",
  questions: "questions",
  measures: "measures",
  levels: "levels",
  companions: "companions",
  askedIn: "asked_in",
  search: "search",
} as const satisfies Partial<Record<keyof NewDefinition, string>>;

const names = Object.values(columns).join(", ");

const rowOf = (definition: NewDefinition): string =>
  JSON.stringify(
    Object.fromEntries(
      (Object.keys(columns) as (keyof typeof columns)[]).map((key) => [columns[key], definition[key]]),
    ),
  );

/** True when a kept row says what the definition says. */
export function saysTheSame(row: object, definition: NewDefinition): boolean {
  const kept = row as Record<string, unknown>;
  const said = JSON.parse(rowOf(definition)) as Record<string, unknown>;
  return names.split(", ").every((name) => hashOf(kept[name] ?? null) === hashOf(said[name] ?? null));
}

/** Makes definitions of one indicator wait for each other until their transaction ends. */
export async function waitToDefine(manager: EntityManager, code: string): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify(["define", code]),
  ]);
}

/** The version of an indicator and what it says, as JSON; null of one that is not defined yet. */
export async function findDefinition(
  manager: EntityManager,
  code: string,
): Promise<{ readonly version: number; readonly row: object } | null> {
  const [found] = (await manager.query(
    `SELECT version, to_jsonb(indicator) - 'known_from' AS row
     FROM quality_indicators_published.indicator WHERE code = $1`,
    [code],
  )) as { version: number; row: object }[];
  return found ?? null;
}

/** Keeps a new indicator, version 1. */
export async function insertDefinition(
  manager: EntityManager,
  definition: NewDefinition,
  provenance: object,
): Promise<void> {
  await manager.query(
    `INSERT INTO quality_indicators_published.indicator (code, version, level, frequency, origin, provenance, planted, ${names})
     SELECT $1, 1, 'PROVINCE', 'ANNUAL', 'PROPOSED_BY_HUB', $3::jsonb, false, ${names}
     FROM jsonb_populate_record(NULL::quality_indicators_published.indicator, $2)`,
    [definition.code, rowOf(definition), JSON.stringify(provenance)],
  );
}

/** Keeps the next version of an indicator; the one before stays in its history. */
export async function updateDefinition(
  manager: EntityManager,
  definition: NewDefinition,
  version: number,
): Promise<void> {
  await manager.query(
    `UPDATE quality_indicators_published.indicator SET version = $2, planted = false, (${names}) = (
       SELECT ${names} FROM jsonb_populate_record(NULL::quality_indicators_published.indicator, $3))
     WHERE code = $1`,
    [definition.code, version, rowOf(definition)],
  );
}

/** The peer groups and regions that the frames of some campaigns tell; null where there is no frame. */
export async function findPlaces(
  manager: EntityManager,
  campaigns: readonly string[],
): Promise<{ readonly peerGroups: Set<string> | null; readonly regions: Set<string> | null }> {
  const places = (await manager.query(
    `SELECT DISTINCT peer_group AS "peerGroup", region FROM quality_indicators.frame WHERE campaign = ANY ($1)`,
    [campaigns],
  )) as { peerGroup: string | null; region: string }[];
  if (places.length === 0) return { peerGroups: null, regions: null };
  return {
    peerGroups: new Set(places.flatMap(({ peerGroup }) => peerGroup ?? [])),
    regions: new Set(places.map(({ region }) => region)),
  };
}
