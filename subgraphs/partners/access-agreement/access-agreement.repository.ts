import type { EntityManager } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import type { Principal } from "../../shared/principal.js";
import { asCaller } from "../../shared/tenancy.js";
import type { AccessAgreement, AgreementStatus } from "./access-agreement.entity.js";
import type { AgreementAct } from "./agreement-act.entity.js";

const terms = `purpose, variables, record_level AS "recordLevel", k_threshold AS "kThreshold",
  valid_from AS "validFrom", valid_to AS "validTo", status, CASE WHEN synthetic THEN 'SYNTHETIC' END AS origin,
  subjects, clients`;
const kept = `code, ${terms}, version, request`;

/** The agreements that the caller may see: its own for a researcher, all for the steward of privacy. */
export const findAccessAgreements = (context: SubgraphContext): Promise<AccessAgreement[]> =>
  asCaller(context, (manager) =>
    context.principal.audience === "researcher"
      ? manager.query(`SELECT agreement AS code, ${terms} FROM partners_release.agreement_right`)
      : manager.query(`SELECT ${kept} FROM partners.access_agreement ORDER BY code`),
  );

/** The agreements with the given codes, inside the steward's transaction. */
export const findAgreementsByCode = (
  manager: EntityManager,
  codes: readonly string[],
): Promise<AccessAgreement[]> =>
  manager.query(`SELECT ${kept} FROM partners.access_agreement WHERE code = ANY ($1)`, [codes]);

/**
 * The agreement that the researcher's token names, inside its transaction; null when there is none, or when it names
 * neither the token's subject nor its client.
 */
export async function findOwnAgreement(
  manager: EntityManager,
  code: string,
  { subject, client }: Pick<Principal, "subject" | "client">,
): Promise<AccessAgreement | null> {
  const [agreement] = (await manager.query(
    `SELECT agreement AS code, ${terms} FROM partners_release.agreement_right
     WHERE agreement = $1 AND ($2::text = ANY (subjects) OR $3::text = ANY (clients))`,
    [code, subject, client],
  )) as AccessAgreement[];
  return agreement ?? null;
}

/** Who acts on an agreement, when and why. */
export interface AgreementChange {
  readonly by: string;
  readonly client: string | null;
  readonly at: Date;
  readonly reason: string;
}

/** An agreement about to be granted. */
export type NewAgreement = Pick<
  AccessAgreement,
  | "code"
  | "purpose"
  | "variables"
  | "recordLevel"
  | "kThreshold"
  | "validFrom"
  | "validTo"
  | "subjects"
  | "clients"
  | "request"
> & { readonly synthetic: boolean };

/** Writes an agreement in force; false when another has its code. */
export async function insertAgreement(
  manager: EntityManager,
  agreement: NewAgreement,
  { by, client, at, reason }: AgreementChange,
): Promise<boolean> {
  const written = (await manager.query(
    `INSERT INTO partners.access_agreement (code, purpose, variables, record_level, k_threshold, valid_from, valid_to,
       status, synthetic, subjects, clients, request, version, changed_by, changed_client, changed_at, change_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'ACTIVE', $8, $9, $10, $11, 1, $12, $13, $14, $15)
     ON CONFLICT DO NOTHING RETURNING code`,
    [
      agreement.code,
      JSON.stringify(agreement.purpose),
      agreement.variables,
      agreement.recordLevel,
      agreement.kThreshold,
      agreement.validFrom,
      agreement.validTo,
      agreement.synthetic,
      agreement.subjects,
      agreement.clients,
      agreement.request,
      by,
      client,
      at,
      reason,
    ],
  )) as unknown[];
  return written.length === 1;
}

/** Takes an agreement to another state and its next version; false when somebody changed it meanwhile. */
export async function changeAgreement(
  manager: EntityManager,
  { code, version }: { readonly code: string; readonly version: number },
  to: AgreementStatus,
  { by, client, at, reason }: AgreementChange,
): Promise<boolean> {
  const [, changed] = (await manager.query(
    `UPDATE partners.access_agreement SET status = $3, version = version + 1, changed_by = $4, changed_client = $5,
       changed_at = $6, change_reason = $7
     WHERE code = $1 AND version = $2`,
    [code, version, to, by, client, at, reason],
  )) as [unknown, number];
  return changed === 1;
}

/** The acts of the given agreements, for a steward; the first one first. */
export const findActs = (manager: EntityManager, agreements: readonly string[]): Promise<AgreementAct[]> =>
  manager.query(
    `SELECT agreement, version, act, by_subject AS by, by_client AS client, at, reason
     FROM partners.agreement_act WHERE agreement = ANY ($1) ORDER BY agreement, version`,
    [agreements],
  );
