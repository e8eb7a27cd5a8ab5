import type { Transaction } from "./submission.repository.js";

/** A push that was accepted under a key, and what it was answered. */
export interface KeptPush<Result> {
  readonly payloadHash: string;
  readonly result: Result;
}

/** Makes the pushes of one establishment wait for each other until their transaction ends: of two at once the second sees the first. */
export async function waitForTurn(
  manager: Transaction,
  campaign: string,
  establishment: string,
): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify(["push", campaign, establishment]),
  ]);
}

/** The push accepted under a key, or null while the key is free. */
export async function findKeptPush<Result>(
  manager: Transaction,
  campaign: string,
  office: string,
  key: string,
): Promise<KeptPush<Result> | null> {
  const rows = (await manager.query(
    `SELECT payload_hash AS "payloadHash", result FROM quality_indicators.idempotency_key
     WHERE campaign = $1 AND office = $2 AND key = $3`,
    [campaign, office, key],
  )) as KeptPush<Result>[];
  return rows[0] ?? null;
}

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
