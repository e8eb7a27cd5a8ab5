import type { Answer } from "./answer.js";
import type { PushContext } from "./rules/rule.js";
import type { Transaction } from "./submission.repository.js";

/** What a push is compared with: the days that its campaign asks about, and the office's earlier figures. */
export type PastFigures = Pick<PushContext, "period" | "previous">;

/** Reads both in one statement; an office unknown yet has no earlier figures, nor has one of another establishment. */
export async function findPastFigures(
  manager: Transaction,
  campaign: string,
  office: string | null,
): Promise<PastFigures> {
  const [found] = (await manager.query(
    `SELECT campaign.period, earlier.campaign AS earlier, earlier.responses
     FROM quality_indicators_published.campaign
     LEFT JOIN LATERAL (
       SELECT submission.campaign, revision.responses
       FROM quality_indicators.submission
       JOIN quality_indicators.submission_revision AS revision
         ON revision.submission = submission.id AND revision.revision = submission.approved_revision
       WHERE submission.office = $2 AND submission.campaign < campaign.code AND submission.state <> 'WITHDRAWN'
       ORDER BY submission.campaign DESC LIMIT 1) AS earlier ON true
     WHERE campaign.code = $1`,
    [campaign, office],
  )) as { period: PastFigures["period"]; earlier: string | null; responses: Answer[][] | null }[];
  const { period = null, earlier = null, responses = null } = found ?? {};
  // Where two people answered for one office, the first answer to a question is the office's.
  const previous = earlier === null ? null : { campaign: earlier, answers: (responses ?? []).flat() };
  return { period, previous };
}
