import type { Transaction } from "./submission.repository.js";

/** Where a push goes: what the campaign expects of an establishment, and by what its form is known. */
export interface PushPlace {
  readonly expected: readonly { readonly office: string; readonly peerGroup: string | null }[];
  /** Another whenever the row of the form was written anew; null when the campaign has no form. */
  readonly formMark: string | null;
  readonly isDemonstration: boolean;
}

/** Reads it in one statement; of another establishment's offices the caller sees none. */
export async function findPushPlace(
  manager: Transaction,
  campaign: string,
  establishment: string,
): Promise<PushPlace> {
  const [found] = (await manager.query(
    `SELECT
       (SELECT jsonb_agg(jsonb_build_object('office', office, 'peerGroup', peer_group) ORDER BY office)
        FROM quality_indicators.frame WHERE campaign = $1 AND establishment = $2) AS expected,
       (SELECT xmin::text FROM quality_indicators_published.instrument WHERE code = $1) AS "formMark",
       EXISTS (SELECT FROM quality_indicators.seed WHERE name = 'demo') AS "isDemonstration"`,
    [campaign, establishment],
  )) as { expected: PushPlace["expected"] | null; formMark: string | null; isDemonstration: boolean }[];
  const { expected, formMark = null, isDemonstration = false } = found ?? {};
  return { expected: expected ?? [], formMark, isDemonstration };
}
