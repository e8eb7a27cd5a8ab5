import type { EntityManager } from "typeorm";
import type { Admission } from "./admission.entity.js";
import { type Credential, type CredentialAct, CredentialStatus } from "./credential.entity.js";

const columns = "id, subject, client, kind, establishment, agreement, scopes, status, version";

/** What a list of credentials is narrowed by; null for all. */
export interface CredentialFilter {
  readonly subject: string | null;
  readonly client: string | null;
  readonly kind: string | null;
  readonly status: string | null;
}

/** At most `limit` credentials after an id, in the order of their ids. */
export const findCredentialsAfter = (
  manager: EntityManager,
  { subject, client, kind, status }: CredentialFilter,
  after: string | null,
  limit: number,
): Promise<Credential[]> =>
  manager.query(
    `SELECT ${columns} FROM partners.credential
     WHERE ($1::text IS NULL OR subject = $1) AND ($2::text IS NULL OR client = $2)
       AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR status = $4)
       AND ($5::uuid IS NULL OR id > $5)
     ORDER BY id LIMIT $6`,
    [subject, client, kind, status, after, limit],
  );

/** The credential of a subject or of a client; null when none was ever granted or suspended. */
export async function findCredential(
  manager: EntityManager,
  { subject, client }: Pick<Credential, "subject" | "client">,
): Promise<Credential | null> {
  const [credential] = (await manager.query(
    `SELECT ${columns} FROM partners.credential WHERE subject = $1 OR client = $2`,
    [subject, client],
  )) as Credential[];
  return credential ?? null;
}

/** Has every other change of a credential wait until the transaction ends. */
export const lockCredentials = (manager: EntityManager): Promise<unknown> =>
  manager.query("SELECT pg_advisory_xact_lock(hashtext('partners.credential'))");

/** True when somebody beside the given credential answers for privacy by a credential in force. */
export async function isAnotherPrivacySteward(manager: EntityManager, id: string | null): Promise<boolean> {
  const [row] = (await manager.query(
    `SELECT EXISTS (SELECT FROM partners.credential WHERE id IS DISTINCT FROM $1::uuid AND status = 'ACTIVE'
       AND 'steward:privacy' = ANY (scopes)) AS told`,
    [id],
  )) as { told: boolean }[];
  return row?.told === true;
}

/** Who acts on a credential, when and why. */
export interface CredentialChange {
  readonly by: string;
  readonly client: string | null;
  readonly at: Date;
  readonly reason: string;
}

/** Writes a credential; false when its holder has one. */
export async function insertCredential(
  manager: EntityManager,
  credential: Credential & { readonly synthetic: boolean },
  { by, client, at, reason }: CredentialChange,
): Promise<boolean> {
  const written = (await manager.query(
    `INSERT INTO partners.credential (id, subject, client, kind, establishment, agreement, scopes, status, synthetic,
       version, changed_by, changed_client, changed_at, change_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      credential.id,
      credential.subject,
      credential.client,
      credential.kind,
      credential.establishment,
      credential.agreement,
      credential.scopes,
      credential.status,
      credential.synthetic,
      credential.version,
      by,
      client,
      at,
      reason,
    ],
  )) as unknown[];
  return written.length === 1;
}

/** Takes a credential to another state and its next version; false when somebody changed it meanwhile. */
export async function changeCredential(
  manager: EntityManager,
  { id, version }: Pick<Credential, "id" | "version">,
  to: CredentialStatus,
  { by, client, at, reason }: CredentialChange,
): Promise<boolean> {
  const [, changed] = (await manager.query(
    `UPDATE partners.credential SET status = $3, version = version + 1, changed_by = $4, changed_client = $5,
       changed_at = $6, change_reason = $7
     WHERE id = $1 AND version = $2`,
    [id, version, to, by, client, at, reason],
  )) as [unknown, number];
  return changed === 1;
}

/** The acts of the given credentials; the first one first. */
export const findCredentialActs = (
  manager: EntityManager,
  ids: readonly string[],
): Promise<CredentialAct[]> =>
  manager.query(
    `SELECT credential, version, act, by_subject AS by, by_client AS client, at, reason
     FROM partners.credential_act WHERE credential = ANY ($1::uuid[]) ORDER BY credential, version`,
    [ids],
  );

/** All that the hub must know of credentials before it lets anyone in. */
export const findAdmissions = (manager: EntityManager): Promise<Admission[]> =>
  manager.query(
    `SELECT subject, client, kind IS NOT NULL AS "isGranted", establishment, agreement, scopes,
       status = '${CredentialStatus.ACTIVE}' AS "isActive"
     FROM partners.credential`,
  );
