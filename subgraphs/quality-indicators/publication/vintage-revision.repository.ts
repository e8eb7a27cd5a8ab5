import type { EntityManager } from "typeorm";
import type { ApprovedSubmission } from "./publication.repository.js";
import type { ApprovedAnswers, EarlierIndicator, EarlierVintage } from "./publication-input.js";

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

/** What the vintages of a campaign showed at every level, and of which answers; withdrawn ones included. */
export async function findEarlierVintages(
  manager: EntityManager,
  campaign: string,
): Promise<EarlierVintage[]> {
  // A vintage made before definitions were kept with it is read as they are now.
  const said = (await manager.query(
    `SELECT said.vintage, said.indicator, said.figures, COALESCE(kept.measures, indicator.measures, '[]') AS measures
     FROM (
       SELECT vintage.code AS vintage, vintage.number, vintage.definitions, observation.indicator,
         jsonb_agg(jsonb_build_object('level', observation.level, 'area', observation.area,
           'category', observation.category, 'basis', observation.basis,
           'isShown', COALESCE(was.status, observation.status) <> 'SUPPRESSED') ORDER BY observation.id) AS figures
       FROM quality_indicators_published.vintage
       JOIN quality_indicators_published.observation ON observation.vintage = vintage.code
       LEFT JOIN quality_indicators.withdrawn_observation was ON was.observation = observation.id
       WHERE vintage.campaign = $1 AND (COALESCE(was.status, observation.status) IN ('OBSERVED', 'CANNOT_BE_CALCULATED')
         OR CASE WHEN was.observation IS NULL THEN observation.reason ELSE was.reason END = 'PROTECTED')
       GROUP BY vintage.code, observation.indicator
     ) said
     LEFT JOIN LATERAL (
       SELECT measures FROM jsonb_to_recordset(said.definitions) AS definition(indicator text, measures jsonb)
       WHERE definition.indicator = said.indicator
     ) kept ON true
     LEFT JOIN quality_indicators_published.indicator ON indicator.code = said.indicator
     ORDER BY said.number, said.indicator`,
    [campaign],
  )) as (EarlierIndicator & { vintage: string })[];
  const sent = (await manager.query(
    `SELECT taken.vintage, submission.office, sent.responses, sent.synthetic
     FROM quality_indicators.submission
     JOIN quality_indicators.vintage_revision taken ON taken.submission = submission.id
     JOIN quality_indicators.submission_revision sent
       ON sent.submission = taken.submission AND sent.revision = taken.revision
     WHERE submission.campaign = $1 ORDER BY submission.office`,
    [campaign],
  )) as (ApprovedAnswers & { vintage: string })[];
  return [...new Set(said.map(({ vintage }) => vintage))].map((vintage) => ({
    vintage,
    indicators: said.filter((row) => row.vintage === vintage),
    submissions: sent.filter((row) => row.vintage === vintage),
  }));
}

/** How many submissions the last vintage of a campaign holds that the next one leaves out: withdrawn since. */
export async function countLeftOut(manager: EntityManager, campaign: string): Promise<number> {
  const [found] = (await manager.query(
    `SELECT count(*)::integer AS count
     FROM quality_indicators.vintage_revision taken
     JOIN quality_indicators.submission ON submission.id = taken.submission
     WHERE taken.vintage = (SELECT code FROM quality_indicators_published.vintage
         WHERE campaign = $1 ORDER BY number DESC LIMIT 1)
       AND (submission.state = 'WITHDRAWN' OR submission.approved_revision IS NULL)`,
    [campaign],
  )) as [{ count: number }];
  return found.count;
}
