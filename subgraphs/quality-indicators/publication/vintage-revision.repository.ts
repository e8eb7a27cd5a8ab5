import type { EntityManager } from "typeorm";
import type { Measure } from "../computation/measure.js";
import type { ApprovedSubmission } from "./publication.repository.js";
import type { ApprovedAnswers, EarlierVintage, ShownFigure } from "./publication-input.js";

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
  // A vintage made before definitions were kept with it is read as they are now.
  const shown = (await manager.query(
    `SELECT shown.vintage, shown.figures, COALESCE(kept.measures, indicator.measures, '[]') AS measures
     FROM (
       SELECT vintage.code AS vintage, vintage.definitions, observation.indicator,
         jsonb_agg(jsonb_build_object('category', observation.category, 'basis', observation.basis)) AS figures
       FROM quality_indicators_published.vintage
       JOIN quality_indicators_published.observation ON observation.vintage = vintage.code
       LEFT JOIN quality_indicators.withdrawn_observation was ON was.observation = observation.id
       WHERE vintage.campaign = $1 AND observation.level = 'PROVINCE'
         AND COALESCE(was.status, observation.status) = 'OBSERVED'
       GROUP BY vintage.code, observation.indicator
     ) shown
     LEFT JOIN LATERAL (
       SELECT measures FROM jsonb_to_recordset(shown.definitions) AS definition(indicator text, measures jsonb)
       WHERE definition.indicator = shown.indicator
     ) kept ON true
     LEFT JOIN quality_indicators_published.indicator ON indicator.code = shown.indicator
     ORDER BY shown.vintage, shown.indicator`,
    [campaign],
  )) as { vintage: string; figures: ShownFigure[]; measures: Measure[] }[];
  const sent = (await manager.query(
    `SELECT taken.vintage, submission.office, sent.responses, sent.synthetic
     FROM quality_indicators.submission
     JOIN quality_indicators.vintage_revision taken ON taken.submission = submission.id
     JOIN quality_indicators.submission_revision sent
       ON sent.submission = taken.submission AND sent.revision = taken.revision
     WHERE submission.campaign = $1`,
    [campaign],
  )) as (ApprovedAnswers & { vintage: string })[];
  return [...new Set(shown.map(({ vintage }) => vintage))].map((code) => {
    const ofVintage = shown.filter(({ vintage }) => vintage === code);
    return {
      measures: ofVintage.flatMap(({ measures }) => measures),
      shown: ofVintage.flatMap(({ measures, figures }) => measures.map(() => figures)),
      submissions: sent.filter(({ vintage }) => vintage === code),
    };
  });
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
