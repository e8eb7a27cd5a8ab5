import type { KeptPush } from "./push-ground.repository.js";
import type { Transaction } from "./submission.repository.js";

/** Consumes a key for good. */
export async function insertKeptPush<Result>(
  manager: Transaction,
  place: { campaign: string; office: string; establishment: string; key: string },
  { payloadHash, result }: KeptPush<Result>,
): Promise<void> {
  await manager.query(
    `INSERT INTO quality_indicators.idempotency_key (campaign, office, establishment, key, payload_hash, result)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [place.campaign, place.office, place.establishment, place.key, payloadHash, JSON.stringify(result)],
  );
}
