import type { EntityManager } from "typeorm";
import type { AccessRequest } from "./access-request.entity.js";

const columns = `id, title, purpose, variables, record_level AS "recordLevel",
  ethics_reference AS "ethicsReference", period_from AS "periodFrom", period_to AS "periodTo",
  team_size AS "teamSize", state, requested_by AS "requestedBy", requested_at AS "requestedAt",
  decided_at AS "decidedAt", decision_reason AS "decisionReason",
  CASE WHEN synthetic THEN 'SYNTHETIC' END AS origin`;

/** The requests that the caller may see, the newest first. */
export const findRequests = (manager: EntityManager): Promise<AccessRequest[]> =>
  manager.query(`SELECT ${columns} FROM partners_release.access_request ORDER BY requested_at DESC, id`);

/** The request with an id, if the caller may see it. */
export async function findRequest(manager: EntityManager, id: string): Promise<AccessRequest | null> {
  const [request] = (await manager.query(
    `SELECT ${columns} FROM partners_release.access_request WHERE id = $1`,
    [id],
  )) as AccessRequest[];
  return request ?? null;
}

/** The titles of the caller's requests that wait; nobody else asks in its name before the transaction ends. */
export async function findOpenTitles(manager: EntityManager, subject: string): Promise<string[]> {
  await manager.query(
    "SELECT pg_advisory_xact_lock(hashtext('partners_release.access_request'), hashtext($1))",
    [subject],
  );
  const rows = (await manager.query(
    "SELECT title FROM partners_release.access_request WHERE state = 'OPEN' AND requested_by = $1",
    [subject],
  )) as { title: string }[];
  return rows.map(({ title }) => title);
}

/** A request about to be written, with who makes it. */
export type NewAccessRequest = Omit<AccessRequest, "decidedAt" | "decisionReason" | "origin"> & {
  readonly requestedClient: string | null;
  readonly synthetic: boolean;
};

/** Writes a request that waits for an answer. */
export async function insertRequest(manager: EntityManager, request: NewAccessRequest): Promise<void> {
  await manager.query(
    `INSERT INTO partners_release.access_request (id, title, purpose, variables, record_level, ethics_reference,
       period_from, period_to, team_size, state, synthetic, requested_by, requested_client, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      request.id,
      request.title,
      JSON.stringify(request.purpose),
      request.variables,
      request.recordLevel,
      request.ethicsReference,
      request.periodFrom,
      request.periodTo,
      request.teamSize,
      request.state,
      request.synthetic,
      request.requestedBy,
      request.requestedClient,
      request.requestedAt,
    ],
  );
}

/** Who answers a request, how, when and why. */
export interface RequestAnswer {
  readonly state: "GRANTED" | "DECLINED";
  readonly by: string;
  readonly client: string | null;
  readonly at: Date;
  readonly reason: string;
}

/** Answers a request that waits; false when somebody has just done so. */
export async function answerRequest(
  manager: EntityManager,
  id: string,
  { state, by, client, at, reason }: RequestAnswer,
): Promise<boolean> {
  const [, answered] = (await manager.query(
    `UPDATE partners_release.access_request
     SET state = $2, decided_by = $3, decided_client = $4, decided_at = $5, decision_reason = $6
     WHERE id = $1 AND state = 'OPEN'`,
    [id, state, by, client, at, reason],
  )) as [unknown, number];
  return answered === 1;
}

/** True when the database was seeded as a demonstration: what it receives is then synthetic too. */
export async function isDemonstration(manager: EntityManager): Promise<boolean> {
  // The researchers' role may not look into the schema of the seeds: the policies ask for it.
  const [row] = (await manager.query("SELECT partners_release.is_demonstration() AS told")) as {
    told: boolean;
  }[];
  return row?.told === true;
}
