import type { JWK } from "jose";
import { endOfDayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import type { DatabaseAddress } from "../../shared/database-address.js";
import { asOwner, type OwnerConnection } from "../../shared/owner-connection.js";
import type { Seal } from "./seal.js";
import type { Snapshot } from "./verification.repository.js";

/** A seal as it is kept and published. */
export interface KeptSeal extends Seal {
  readonly signature: string;
  /** The public key that it was signed with. */
  readonly key: JWK;
}

const columns = `day::text, heads, signature, key,
  to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sealedAt"`;

/**
 * The seal of a day, or the last one when no day is given, of those made by the end of another day (`asOf`) where one
 * is given; null when there is none.
 */
export async function findSeal(
  context: SubgraphContext,
  day: string | null,
  asOf?: string,
): Promise<KeptSeal | null> {
  const manager = await context.database.published();
  const rows = (await manager.query(
    `SELECT ${columns} FROM quality_indicators_published.audit_heads
     WHERE ($1::date IS NULL OR day = $1::date) AND ($2::timestamptz IS NULL OR sealed_at < $2)
     ORDER BY day DESC LIMIT 1`,
    [day, asOf === undefined ? null : endOfDayInToronto(asOf)],
  )) as KeptSeal[];
  return rows[0] ?? null;
}

/** Every seal, the first day first. */
export const findSeals = (snapshot: Snapshot): Promise<KeptSeal[]> =>
  snapshot.query(`SELECT ${columns} FROM quality_indicators_published.audit_heads ORDER BY day`);

/** The chains whose head in a seal is that of no entry. */
export const findUnknownHeads = (
  snapshot: Snapshot,
  seals: readonly Seal[],
): Promise<{ day: string; chain: string }[]> =>
  snapshot.query(
    `SELECT seal->>'day' AS day, sealed.key AS chain
     FROM jsonb_array_elements($1::jsonb) AS seal, jsonb_each_text(seal->'heads') AS sealed
     WHERE NOT EXISTS (SELECT FROM quality_indicators.audit_entry AS entry
       WHERE entry.chain = sealed.key AND encode(entry.head, 'hex') = sealed.value)
     ORDER BY 1, 2`,
    [JSON.stringify(seals.map(({ day, heads }) => ({ day, heads })))],
  );

/** Runs what seals, alone among all processes of the hub, as the owner; all of it or nothing is written. */
export const whileSealing = <Result>(
  address: DatabaseAddress,
  work: (owner: OwnerConnection) => Promise<Result>,
): Promise<Result> =>
  asOwner(address, async (owner) => {
    await owner.query("BEGIN");
    await owner.query("SELECT pg_advisory_xact_lock(hashtextextended('audit seal', 0))");
    await owner.query("SELECT set_config('hub.sealing', 'on', true)");
    const result = await work(owner);
    await owner.query("COMMIT");
    return result;
  });

/** The last day that was sealed, or null before the first. */
export async function lastSealedDay(owner: OwnerConnection): Promise<string | null> {
  const [row] = await owner.query<{ day: string | null }>(
    "SELECT max(day)::text AS day FROM quality_indicators_published.audit_heads",
  );
  return row?.day ?? null;
}

/** The head of every chain after the last entry before an instant. */
export async function headsBefore(owner: OwnerConnection, end: Date): Promise<Record<string, string>> {
  const [row] = await owner.query<{ heads: Record<string, string> }>(
    `SELECT COALESCE(jsonb_object_agg(chain.chain, encode(last.head, 'hex')), '{}') AS heads
     FROM quality_indicators.audit_chain AS chain,
       LATERAL (SELECT head FROM quality_indicators.audit_entry AS entry
                WHERE entry.chain = chain.chain AND at < $1 ORDER BY sequence DESC LIMIT 1) AS last`,
    [end],
  );
  return row?.heads ?? {};
}

/** Keeps a seal for good. */
export async function insertSeal(owner: OwnerConnection, seal: KeptSeal): Promise<void> {
  await owner.query(
    `INSERT INTO quality_indicators_published.audit_heads (day, heads, sealed_at, signature, key)
     VALUES ($1, $2, $3, $4, $5)`,
    [seal.day, JSON.stringify(seal.heads), seal.sealedAt, seal.signature, JSON.stringify(seal.key)],
  );
}
