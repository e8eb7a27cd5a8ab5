import type { EntityManager } from "typeorm";
import type { ApprovedSubmission } from "./publication.repository.js";
import type { ApprovedAnswers, EarlierVintage } from "./publication-input.js";

/** Keeps which revisions a vintage was computed from. */
export async function insertVintageRevisions(
  manager: EntityManager,
  vintage: string,
  approved: readonly ApprovedSubmission[],
): Promise<void> {
  await manager.query(
    `INSERT INTO quality_indicators.vintage_revision (vintage, submission, revision)
     SELECT $1, * FROM unnest($2::uuid[], $3::integer[])`,
    [vintage, approved.map(({ id }) => id), approved.map(({ approvedRevision }) => approvedRevision)],
  );
}

/** What the vintages of a campaign showed of the whole province, and of which answers; withdrawn ones included. */
export async function findEarlierVintages(
  manager: EntityManager,
  campaign: string,
): Promise<EarlierVintage[]> {
  const shown = (await manager.query(
    `SELECT vintage.code, array_agg(DISTINCT observation.indicator) AS indicators
     FROM quality_indicators_published.vintage
     JOIN quality_indicators_published.observation ON observation.vintage = vintage.code
     LEFT JOIN quality_indicators.withdrawn_observation kept ON kept.observation = observation.id
     WHERE vintage.campaign = $1 AND observation.level = 'PROVINCE'
       AND COALESCE(kept.status, observation.status) = 'OBSERVED'
     GROUP BY vintage.code`,
    [campaign],
  )) as { code: string; indicators: string[] }[];
  const sent = (await manager.query(
    `SELECT taken.vintage, submission.office, sent.responses, sent.synthetic
     FROM quality_indicators.submission
     JOIN quality_indicators.vintage_revision taken ON taken.submission = submission.id
     JOIN quality_indicators.submission_revision sent
       ON sent.submission = taken.submission AND sent.revision = taken.revision
     WHERE submission.campaign = $1`,
    [campaign],
  )) as (ApprovedAnswers & { vintage: string })[];
  return shown.map(({ code, indicators }) => ({
    indicators,
    submissions: sent.filter(({ vintage }) => vintage === code),
  }));
}
