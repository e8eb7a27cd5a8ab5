import type { EntityManager } from "typeorm";
import { firstSubmittedAt } from "../submission/first-submission.repository.js";
import type { ComparedRow, PublicationChange } from "./publication-changes.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import type { ApprovedAnswers, ComputedIndicator, KnownContradictions } from "./publication-input.js";

/** A submission whose approved revision a publication takes. */
export interface ApprovedSubmission extends ApprovedAnswers {
  readonly id: string;
  readonly state: string;
  readonly approvedRevision: number;
  readonly approvedBy: string;
  readonly publishedRevision: number | null;
  readonly establishment: string;
  readonly contentHash: string;
}

/** Makes publications of one campaign wait for each other until their transaction ends. */
export async function waitToPublish(manager: EntityManager, campaign: string): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify(["publish", campaign]),
  ]);
}

/** The approved revision of every submission of a campaign. */
export const findApproved = (manager: EntityManager, campaign: string): Promise<ApprovedSubmission[]> =>
  manager.query(
    `SELECT submission.id, submission.establishment, submission.office, submission.state, submission.approved_revision AS "approvedRevision",
       submission.approved_by AS "approvedBy", submission.published_revision AS "publishedRevision",
       ${firstSubmittedAt} AS "firstSubmittedAt", sent.responses, sent.synthetic, sent.content_hash AS "contentHash"
     FROM quality_indicators.submission
     JOIN quality_indicators.submission_revision sent
       ON sent.submission = submission.id AND sent.revision = submission.approved_revision
     WHERE submission.campaign = $1 AND submission.state <> 'WITHDRAWN'
     ORDER BY submission.office`,
    [campaign],
  );

/**
 * What a publication of a campaign is made from, as one text: the same text, the same rows. The approved submissions
 * are locked when they are about to be published.
 */
export async function findMark(manager: EntityManager, campaign: string, isLocked: boolean): Promise<string> {
  const [found] = (await manager.query(
    `WITH taken AS (
       SELECT office, approved_revision, approved_by, published_revision FROM quality_indicators.submission
       WHERE campaign = $1 AND state <> 'WITHDRAWN' AND approved_revision IS NOT NULL
       ORDER BY office ${isLocked ? "FOR UPDATE" : ""}
     )
     SELECT jsonb_build_array(
       (SELECT jsonb_agg(to_jsonb(taken) ORDER BY office) FROM taken),
       (SELECT jsonb_agg(jsonb_build_array(code, version) ORDER BY code)
          FROM quality_indicators_published.indicator WHERE $1 = ANY (asked_in)),
       (SELECT jsonb_agg(jsonb_build_array(code, status) ORDER BY number)
          FROM quality_indicators_published.vintage WHERE campaign = $1),
       (SELECT closes_at FROM quality_indicators.campaign_window WHERE campaign = $1),
       (SELECT count(*) FROM quality_indicators_published.co_construction),
       (SELECT count(*) FROM quality_indicators_published.recommendation_progress))::text AS mark`,
    [campaign],
  )) as [{ mark: string }];
  return found.mark;
}

/** The indicators that a campaign asks for, with how each is computed. */
export const findComputedIndicators = (
  manager: EntityManager,
  campaign: string,
): Promise<ComputedIndicator[]> =>
  manager.query(
    `SELECT code, version, unit, basis, asked_in AS "askedIn", levels, measures
     FROM quality_indicators_published.indicator WHERE $1 = ANY (asked_in) ORDER BY code`,
    [campaign],
  );

/** The contradictions that documents hold about the figures of a campaign. */
export const findKnownContradictions = (
  manager: EntityManager,
  campaign: string,
): Promise<KnownContradictions[]> =>
  manager.query(
    `SELECT indicator, category, contradictions FROM quality_indicators_published.published_figure
     WHERE campaign = $1 AND indicator IS NOT NULL ORDER BY position`,
    [campaign],
  );

/** The number of the last vintage of a campaign, 0 before the first. */
export async function lastVintageNumber(manager: EntityManager, campaign: string): Promise<number> {
  const [row] = (await manager.query(
    "SELECT max(number) AS number FROM quality_indicators_published.vintage WHERE campaign = $1",
    [campaign],
  )) as [{ number: number | null }];
  return row.number ?? 0;
}

/** The rows of the last vintage of a campaign; where it was withdrawn, they say so and tell no value. */
export const findLastRows = (manager: EntityManager, campaign: string): Promise<ComparedRow[]> =>
  manager.query(
    `SELECT indicator, level, area, category, basis, value, low, high, numerator, denominator, status, reason
     FROM quality_indicators_published.observation WHERE vintage = (
       SELECT code FROM quality_indicators_published.vintage
       WHERE campaign = $1 ORDER BY number DESC LIMIT 1)
     ORDER BY id`,
    [campaign],
  );

/** What the last vintage of a campaign said before it was withdrawn; nothing when it was not. */
export const findWithdrawnRows = (manager: EntityManager, campaign: string): Promise<ComparedRow[]> =>
  manager.query(
    `SELECT said.indicator, said.level, said.area, said.category, said.basis, kept.value, kept.low, kept.high,
       kept.numerator, kept.denominator, kept.status, kept.reason
     FROM quality_indicators.withdrawn_observation kept
     JOIN quality_indicators_published.observation said ON said.id = kept.observation
     WHERE kept.vintage = (
       SELECT code FROM quality_indicators_published.vintage
       WHERE campaign = $1 ORDER BY number DESC LIMIT 1)`,
    [campaign],
  );

/** How an indicator of a vintage was computed. */
export type PublishedDefinition = Pick<ComputedIndicator, "version" | "measures"> & {
  readonly indicator: string;
};

/** A vintage about to appear. */
export interface NewVintage {
  readonly code: string;
  readonly campaign: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly reason: string;
  readonly changes: readonly PublicationChange[];
  readonly definitions: readonly PublishedDefinition[];
}

/** Adds a vintage and its rows. What changed is kept by place only: a value withdrawn later must not live on in it. */
export async function insertVintage(
  manager: EntityManager,
  vintage: NewVintage,
  rows: readonly ObservationToPublish[],
): Promise<void> {
  const places = vintage.changes.map(({ indicator, level, area, category }) => ({
    indicator,
    level,
    area,
    category,
  }));
  const reason = { fr: vintage.reason, en: null, status: "PROPOSED" };
  await manager.query(
    `INSERT INTO quality_indicators_published.vintage (code, campaign, number, published_at, reason, changes, definitions)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      vintage.code,
      vintage.campaign,
      vintage.number,
      vintage.publishedAt,
      JSON.stringify(reason),
      JSON.stringify(places),
      JSON.stringify(vintage.definitions),
    ],
  );
  const columns =
    "indicator, indicator_version, campaign, level, area, area_name, compared_with, category, value, low, high, text, unit, numerator, denominator, bases, basis, status, reason, origin, provenance, period, contradictions";
  await manager.query(
    `INSERT INTO quality_indicators_published.observation (vintage, ${columns})
     SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::quality_indicators_published.observation, $2)`,
    [vintage.code, JSON.stringify(rows)],
  );
}

/** Marks the approved revisions of a campaign as published; a submission that waits for an approval keeps its state. */
export async function markPublished(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE quality_indicators.submission SET published_revision = approved_revision,
       state = CASE WHEN state = 'APPROVED' THEN 'PUBLISHED' ELSE state END
     WHERE id = ANY ($1)`,
    [ids],
  );
}
