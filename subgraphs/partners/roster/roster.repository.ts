import type { EntityManager } from "typeorm";
import type { KeptResult, WrittenRevision } from "./push-result.js";
import type { RosterPartner, RosterStatusCount } from "./roster.entity.js";

/** A revision with what was answered. */
export type ListedRevision = WrittenRevision & Pick<KeptResult, "status" | "counts">;

/** What is told of a roster as a whole. */
export interface RosterSummary {
  readonly statuses: readonly RosterStatusCount[];
  readonly withdrawn: number;
  readonly revisions: readonly ListedRevision[];
}

const mostRevisions = 50;

/** The caller's own roster as a whole. */
export async function findRosterSummary(
  manager: EntityManager,
  establishment: string,
): Promise<RosterSummary> {
  const [statuses, [withdrawals], revisions] = (await Promise.all([
    manager.query(
      `SELECT status, count(*)::integer AS count FROM partners.partner WHERE establishment = $1
       GROUP BY status ORDER BY array_position(ARRAY['ACTIVE', 'AVAILABLE', 'PAUSED', 'LEFT'], status)`,
      [establishment],
    ),
    manager.query(
      "SELECT count(establishment)::integer AS count FROM partners.withdrawal WHERE establishment = $1",
      [establishment],
    ),
    manager.query(
      `SELECT revision, head, pushed_at AS "pushedAt", result ->> 'status' AS status, result -> 'counts' AS counts
       FROM partners.roster_revision WHERE establishment = $1 ORDER BY revision DESC LIMIT $2`,
      [establishment, mostRevisions],
    ),
  ])) as [RosterStatusCount[], { count: number }[], ListedRevision[]];
  return { statuses, withdrawn: withdrawals?.count ?? 0, revisions };
}

/** The partners of the caller's own roster after a local id, in the order of their ids. */
export const findPartnersAfter = (
  manager: EntityManager,
  establishment: string,
  after: string | null,
  limit: number,
): Promise<RosterPartner[]> =>
  manager.query(
    `SELECT local_id AS "localId", status, profiles, age_band AS "ageBand", gender, first_language AS "firstLanguage",
       region, experience_domains AS "experienceDomains", standing, joined_year AS "joinedYear", trained, coached,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('degree', degree, 'leadership', leadership, 'level', level,
          'sphere', sphere, 'sector', sector, 'role', role, 'posture', posture, 'fromYear', from_year, 'toYear', to_year,
          'recognition', recognition) ORDER BY position), '[]')
        FROM partners.engagement AS held
        WHERE (held.establishment, held.local_id) = (partner.establishment, partner.local_id)) AS engagements
     FROM partners.partner
     WHERE establishment = $1 AND ($2::text IS NULL OR local_id COLLATE "C" > $2)
     ORDER BY local_id COLLATE "C" LIMIT $3`,
    [establishment, after, limit],
  );
