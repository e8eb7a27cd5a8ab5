import { type DatabaseAddress } from "../../shared/database-address.js";
import { asOwner, type OwnerConnection } from "../../shared/owner-connection.js";
import type { ChainedEntry } from "./entry-hash.js";
import type { ReceiptPlace } from "./receipt.js";
import type { LifeEvent, Standing } from "./submission-life.js";
import type { ChainEnd } from "./verify-chains.js";

/** One instant of the database, read only; a hub that runs meanwhile changes nothing of what is seen. */
export type Snapshot = OwnerConnection;

/** Reads the database as it stands at one instant. */
export const atOneInstant = <Result>(
  address: DatabaseAddress,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> =>
  asOwner(address, async (owner) => {
    await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // The tables let their owner read only while it says that it plants; nothing can be written here.
    await owner.query("SELECT set_config('hub.seeding', 'on', true)");
    return work(owner);
  });

const microseconds = (column: string): string => `(extract(epoch FROM ${column}) * 1000000)::bigint::text`;

/** SQL: an instant as ISO 8601 without zone, to the microsecond. */
export const instantText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** An instant as the hub hashes it. It writes milliseconds: anything finer was not written by it, and stays in the text. */
export const hashedInstant = (text: string): string => `${text.replace(/000$/, "")}Z`;

/** Walks a table in the order of its key, a batch at a time. */
export async function* inBatches<Row extends object>(
  read: (after: Row | null) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let last: Row | null = null; ;) {
    const rows: Row[] = await read(last);
    if (rows.length === 0) return;
    yield* rows;
    last = rows.at(-1) ?? null;
  }
}

/** Every entry, chain after chain, in the order of the chain. */
export const entriesInOrder = (snapshot: Snapshot, batch: number): AsyncGenerator<ChainedEntry> =>
  inBatches<ChainedEntry>((after) =>
    snapshot.query(
      `SELECT chain, sequence, event, submission, revision, subject, actor, ${microseconds("at")} AS "atMicroseconds",
         reason, vintage, before_hash AS "beforeHash", after_hash AS "afterHash", salt, entry_hash AS "entryHash", head
       FROM quality_indicators.audit_entry
       WHERE (chain, sequence) > ($1, $2) ORDER BY chain, sequence LIMIT $3`,
      [after?.chain ?? "", after?.sequence ?? 0, batch],
    ),
  );

/** Where the writers of the chains left them. */
export const readChainEnds = (snapshot: Snapshot): Promise<ChainEnd[]> =>
  snapshot.query("SELECT chain, length, head FROM quality_indicators.audit_chain ORDER BY chain");

/** A revision as it is kept, and what the audit says of its creation. */
export interface KeptRevision {
  readonly submission: string;
  readonly revision: number;
  readonly responses: never;
  readonly submittedBy: string;
  /** ISO 8601 without zone, to the microsecond. */
  readonly submittedAt: string;
  readonly mode: string;
  readonly reason: string | null;
  readonly noticeVersion: string | null;
  readonly synthetic: boolean;
  readonly payloadHash: string;
  readonly contentHash: string;
  readonly campaign: string;
  readonly office: string;
  readonly establishmentCode: string;
  /** The entries of its creation: place in the chain, and the hash that each tells. */
  readonly told: readonly { readonly sequence: number; readonly hash: string | null }[];
}

/** Before every id. */
export const nobody = "00000000-0000-0000-0000-000000000000";

/** Every revision of every submission. */
export const revisionsInOrder = (snapshot: Snapshot, batch: number): AsyncGenerator<KeptRevision> =>
  inBatches<KeptRevision>((after) =>
    snapshot.query(
      `SELECT sent.submission, sent.revision, responses, submitted_by AS "submittedBy",
         ${instantText("submitted_at")} AS "submittedAt", mode, reason,
         notice_version AS "noticeVersion", synthetic, payload_hash AS "payloadHash", content_hash AS "contentHash",
         campaign, office, establishment AS "establishmentCode",
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('sequence', sequence, 'hash', after_hash) ORDER BY sequence), '[]')
          FROM quality_indicators.audit_entry AS entry
          WHERE entry.submission = sent.submission AND entry.revision = sent.revision
            AND event IN ('CREATED', 'REVISED', 'CORRECTED')) AS told
       FROM quality_indicators.submission_revision AS sent
       JOIN quality_indicators.submission ON submission.id = sent.submission
       WHERE (sent.submission, sent.revision) > ($1, $2) ORDER BY sent.submission, sent.revision LIMIT $3`,
      [after?.submission ?? nobody, after?.revision ?? 0, batch],
    ),
  );

/** A submission as it is kept, and what the audit says happened to it. */
export interface KeptSubmission extends Standing {
  readonly id: string;
  readonly establishment: string;
  readonly life: readonly LifeEvent[];
}

/** Every submission with its life. */
export const submissionsInOrder = (snapshot: Snapshot, batch: number): AsyncGenerator<KeptSubmission> =>
  inBatches<KeptSubmission>((after) =>
    snapshot.query(
      `SELECT id, establishment, state, current_revision AS "currentRevision", approved_revision AS "approvedRevision",
         approved_by AS "approvedBy", ${microseconds("approved_at")} AS "approvedAtMicroseconds",
         published_revision AS "publishedRevision",
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('event', event, 'revision', revision, 'actor', actor,
            'atMicroseconds', ${microseconds("at")}) ORDER BY sequence), '[]')
          FROM quality_indicators.audit_entry AS entry WHERE entry.submission = submission.id) AS life
       FROM quality_indicators.submission WHERE id > $1 ORDER BY id LIMIT $2`,
      [after?.id ?? nobody, batch],
    ),
  );

/** Where an entry stands, or the chain that it is missing from. */
export interface Place {
  readonly chain: string;
  readonly sequence: number | null;
}

/** The entries that tell of a revision which is not there. */
export const findEntriesWithoutRevision = (
  snapshot: Snapshot,
): Promise<(Place & { submission: string; revision: number })[]> =>
  snapshot.query(
    `SELECT chain, sequence, submission, revision FROM quality_indicators.audit_entry AS entry
     WHERE submission IS NOT NULL AND revision IS NOT NULL AND NOT EXISTS (
       SELECT FROM quality_indicators.submission_revision AS sent
       WHERE sent.submission = entry.submission AND sent.revision = entry.revision)
     ORDER BY chain, sequence`,
  );

/** Where a vintage and the audit do not tell the same: an entry whose vintage holds another revision, or the reverse. */
export const findUnequalPublications = (
  snapshot: Snapshot,
): Promise<(Place & { vintage: string; submission: string })[]> =>
  snapshot.query(
    `SELECT chain, sequence, vintage, submission FROM quality_indicators.audit_entry AS entry
     WHERE event = 'PUBLISHED' AND submission IS NOT NULL AND NOT EXISTS (
       SELECT FROM quality_indicators.vintage_revision AS taken
       WHERE (taken.vintage, taken.submission, taken.revision) = (entry.vintage, entry.submission, entry.revision))
     UNION ALL
     SELECT establishment, NULL, vintage, submission.id FROM quality_indicators.vintage_revision AS taken
     JOIN quality_indicators.submission ON submission.id = taken.submission
     WHERE NOT EXISTS (SELECT FROM quality_indicators.audit_entry AS entry
       WHERE event = 'PUBLISHED' AND entry.submission = taken.submission AND entry.revision = taken.revision)
     ORDER BY 1, 2`,
  );

/** The entries that tell of a vintage which is not there. */
export const findEntriesWithoutVintage = (snapshot: Snapshot): Promise<(Place & { vintage: string })[]> =>
  snapshot.query(
    `SELECT chain, sequence, vintage FROM quality_indicators.audit_entry AS entry
     WHERE vintage IS NOT NULL AND NOT EXISTS (
       SELECT FROM quality_indicators_published.vintage AS published WHERE published.code = entry.vintage)
     ORDER BY chain, sequence`,
  );

/** The receipts kept under idempotency keys that point to no entry. Before the chains a receipt was a content hash. */
export const findKeysWithoutEntry = (
  snapshot: Snapshot,
): Promise<(Place & { receipt: string; key: string })[]> =>
  snapshot.query(
    `SELECT establishment AS chain, NULL AS sequence, receipt, key
     FROM (SELECT *, result->>'receipt' AS receipt FROM quality_indicators.idempotency_key) AS kept
     WHERE receipt IS NOT NULL
       AND NOT EXISTS (SELECT FROM quality_indicators.audit_entry AS entry
         WHERE entry.chain = kept.establishment
           AND entry.chain || '/' || entry.sequence || '/' || encode(entry.head, 'hex') = kept.receipt)
       AND NOT EXISTS (SELECT FROM quality_indicators.submission_revision AS sent
         WHERE sent.content_hash = kept.receipt)
     ORDER BY establishment, key`,
  );

/** The heads of the entries that receipts point to; null where there is no entry. */
export const findReceiptHeads = (
  snapshot: Snapshot,
  places: readonly ReceiptPlace[],
): Promise<{ head: Buffer | null }[]> =>
  snapshot.query(
    `SELECT entry.head FROM unnest($1::text[], $2::integer[]) WITH ORDINALITY AS told (chain, sequence, place)
     LEFT JOIN quality_indicators.audit_entry AS entry USING (chain, sequence) ORDER BY place`,
    [places.map(({ chain }) => chain), places.map(({ sequence }) => sequence)],
  );
