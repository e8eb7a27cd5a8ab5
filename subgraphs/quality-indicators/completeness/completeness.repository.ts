import type { EntityManager } from "typeorm";
import { firstSubmittedAt } from "../submission/first-submission.repository.js";
import type { OfficeProgress } from "./office-progress.js";

/** How far every office of a campaign's frame has come, of those that the caller may see. One statement. */
export const findProgress = (manager: EntityManager, campaign: string): Promise<OfficeProgress[]> =>
  manager.query(
    `SELECT frame.office, frame.establishment, frame.region, frame.peer_group AS "peerGroup",
       frame.in_universe_32 AS "inUniverse32", frame.in_universe_35 AS "inUniverse35", frame.names,
       submission.state, submission.approved_revision AS "approvedRevision",
       ${firstSubmittedAt} AS "firstSubmittedAt", reminded.count AS "reminderCount", reminded.last AS "lastRemindedAt"
     FROM quality_indicators.frame
     LEFT JOIN quality_indicators.submission
       ON submission.campaign = frame.campaign AND submission.office = frame.office
     CROSS JOIN LATERAL (SELECT count(*)::integer AS count, max(reminded_at) AS last FROM quality_indicators.reminder
       WHERE reminder.campaign = frame.campaign AND reminder.office = frame.office) AS reminded
     WHERE frame.campaign = $1 ORDER BY frame.region, frame.office`,
    [campaign],
  );
