import type { EntityManager } from "typeorm";
import type { KeptResult, WrittenRevision } from "./push-result.js";
import type { ChangedPartner } from "./roster-changes.js";
import { type KeptPartner, keptPartner, type SentPartner } from "./roster-row.js";

/** One caller's transaction, as services hand it on. */
export type Transaction = EntityManager;

/** All that a push is compared with but the partners themselves. */
export interface RosterGround {
  readonly isDemonstration: boolean;
  readonly currentRevision: number | null;
  /** The push that was accepted under the same key, and whether it was the same. */
  readonly kept: (WrittenRevision & { readonly isSame: boolean; readonly result: KeptResult }) | null;
  readonly withdrawnBefore: readonly string[];
}

/** Makes the pushes for one establishment wait for each other until their transaction ends. */
export async function waitForTurn(manager: Transaction, establishment: string): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify(["roster", establishment]),
  ]);
}

interface GroundRow extends Pick<RosterGround, "isDemonstration" | "currentRevision" | "withdrawnBefore"> {
  readonly revision: number | null;
  readonly head: string;
  readonly pushedAt: Date;
  readonly isSame: boolean;
  readonly result: KeptResult;
}

/** The ground of a push of the caller's own establishment, in one statement. */
export async function findRosterGround(
  manager: Transaction,
  establishment: string,
  { key, payloadHash, localIds }: { key: string; payloadHash: string; localIds: readonly string[] },
): Promise<RosterGround> {
  const [row] = (await manager.query(
    `SELECT EXISTS (SELECT FROM partners.seed WHERE name = 'demo') AS "isDemonstration",
       (SELECT max(revision) FROM partners.roster_revision WHERE establishment = $1) AS "currentRevision",
       ARRAY(SELECT partners.withdrawn_among($4::text[])) AS "withdrawnBefore",
       kept.revision, kept.head, kept.pushed_at AS "pushedAt", kept.result,
       kept.payload_hash = partners.salted($3) AS "isSame"
     FROM (SELECT partners.salted($2) AS key) AS asked
     LEFT JOIN partners.roster_revision AS kept ON kept.establishment = $1 AND kept.key = asked.key`,
    [establishment, key, payloadHash, localIds],
  )) as GroundRow[];
  if (row === undefined) throw new Error("the ground of a push is always one row");
  const { isDemonstration, currentRevision, withdrawnBefore, revision, ...kept } = row;
  return {
    isDemonstration,
    currentRevision,
    withdrawnBefore,
    kept: revision === null ? null : { revision, ...kept },
  };
}

/** The roster of an establishment as it stands, by local id. */
export async function findCurrentRoster(
  manager: Transaction,
  establishment: string,
): Promise<ReadonlyMap<string, KeptPartner>> {
  const rows = (await manager.query(
    `SELECT local_id AS "localId", status, profiles, age_band AS "ageBand", gender, first_language AS "firstLanguage",
       region, experience_domains AS "experienceDomains", standing, joined_year AS "joinedYear", trained, coached,
       COALESCE(held.engagements, '[]') AS engagements
     FROM partners.partner LEFT JOIN (
       SELECT local_id AS id, jsonb_agg(jsonb_build_object('degree', degree, 'leadership', leadership, 'level', level,
         'sphere', sphere, 'sector', sector, 'role', role, 'posture', posture, 'fromYear', from_year, 'toYear', to_year,
         'recognition', recognition)) AS engagements
       FROM partners.engagement WHERE establishment = $1 GROUP BY local_id) AS held ON held.id = local_id
     WHERE establishment = $1`,
    [establishment],
  )) as SentPartner[];
  return new Map(rows.map((partner) => [partner.localId, keptPartner(partner)]));
}

/** When each partner that changed after a revision last changed (ISO 8601, UTC). */
export async function findChangesSince(
  manager: Transaction,
  establishment: string,
  revision: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = (await manager.query(
    `SELECT local_id AS "localId", max(pushed_at) AS at
     FROM partners.roster_row JOIN partners.roster_revision USING (establishment, revision)
     WHERE establishment = $1 AND revision > $2 GROUP BY local_id`,
    [establishment, revision],
  )) as { localId: string; at: Date }[];
  return new Map(rows.map(({ localId, at }) => [localId, at.toISOString()]));
}

/** A revision to be written. */
export interface NewRevision {
  readonly establishment: string;
  readonly revision: number;
  readonly key: string;
  readonly payloadHash: string;
  readonly result: KeptResult;
  readonly synthetic: boolean;
  readonly pushedBy: string;
  readonly pushedClient: string | null;
  readonly pushedAt: Date;
}

/** Adds a revision; gives the head of the chain that the database links it to. */
export async function insertRosterRevision(
  manager: Transaction,
  made: NewRevision,
): Promise<WrittenRevision> {
  const [row] = (await manager.query(
    `INSERT INTO partners.roster_revision (establishment, revision, key, payload_hash, result, synthetic, pushed_by,
       pushed_client, pushed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING revision, head, pushed_at AS "pushedAt"`,
    [
      made.establishment,
      made.revision,
      made.key,
      made.payloadHash,
      JSON.stringify(made.result),
      made.synthetic,
      made.pushedBy,
      made.pushedClient,
      made.pushedAt,
    ],
  )) as WrittenRevision[];
  if (row === undefined) throw new Error("a revision that was added is returned");
  return row;
}

/** Adds what a revision changes; the database brings the roster as it stands up to date. */
export async function insertRosterRows(
  manager: Transaction,
  { establishment, revision }: Pick<NewRevision, "establishment" | "revision">,
  changed: readonly ChangedPartner[],
): Promise<void> {
  await manager.query(
    `INSERT INTO partners.roster_row (establishment, revision, local_id, content)
     SELECT $1, $2, "localId", content FROM jsonb_to_recordset($3) AS sent ("localId" text, content jsonb)`,
    [establishment, revision, JSON.stringify(changed)],
  );
}

/** Erases partners from every revision; the database keeps their salted hashes. */
export async function insertWithdrawals(
  manager: Transaction,
  { establishment, revision, pushedAt, pushedBy, pushedClient }: NewRevision,
  localIds: readonly string[],
): Promise<void> {
  await manager.query(
    `INSERT INTO partners.withdrawal (establishment, hash, revision, at, by_subject, by_client)
     SELECT $1, local_id, $3, $4, $5, $6 FROM unnest($2::text[]) AS local_id`,
    [establishment, localIds, revision, pushedAt, pushedBy, pushedClient],
  );
}
