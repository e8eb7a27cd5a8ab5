import type { EntityManager } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import type { AccessAgreement } from "./access-agreement.entity.js";

const terms = `purpose, variables, record_level AS "recordLevel", k_threshold AS "kThreshold",
  valid_from AS "validFrom", valid_to AS "validTo", status, CASE WHEN synthetic THEN 'SYNTHETIC' END AS origin`;

/** The agreements that the caller may see: its own for a researcher, all for the steward of privacy. */
export const findAccessAgreements = (context: SubgraphContext): Promise<AccessAgreement[]> =>
  asCaller(context, (manager) =>
    context.principal.audience === "researcher"
      ? manager.query(`SELECT agreement AS code, ${terms} FROM partners_release.agreement_right`)
      : manager.query(`SELECT code, ${terms} FROM partners.access_agreement ORDER BY code`),
  );

/** The agreements with the given codes, inside the steward's transaction. */
export const findAgreementsByCode = (
  manager: EntityManager,
  codes: readonly string[],
): Promise<AccessAgreement[]> =>
  manager.query(`SELECT code, ${terms} FROM partners.access_agreement WHERE code = ANY ($1)`, [codes]);

/** The agreement that the researcher's token names, inside its transaction; null when there is none. */
export async function findOwnAgreement(
  manager: EntityManager,
  code: string,
): Promise<AccessAgreement | null> {
  const [agreement] = (await manager.query(
    `SELECT agreement AS code, ${terms} FROM partners_release.agreement_right WHERE agreement = $1`,
    [code],
  )) as AccessAgreement[];
  return agreement ?? null;
}
