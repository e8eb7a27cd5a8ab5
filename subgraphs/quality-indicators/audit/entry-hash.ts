import { hash } from "node:crypto";

/** An entry as the database keeps it, with everything that its hash covers. */
export interface ChainedEntry {
  readonly chain: string;
  readonly sequence: number;
  readonly event: string;
  readonly submission: string | null;
  readonly revision: number | null;
  readonly subject: string | null;
  readonly actor: string;
  /** Microseconds since 1970: PostgreSQL keeps more than a Date can hold. */
  readonly atMicroseconds: string;
  readonly reason: string | null;
  readonly vintage: string | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly salt: Buffer;
  readonly entryHash: Buffer;
  readonly head: Buffer;
}

// In one step: a verification hashes fourteen short texts an entry.
const sha256 = (...parts: readonly Buffer[]): Buffer => hash("sha256", Buffer.concat(parts), "buffer");

/** The head of a chain before its first entry. */
export const emptyHead = Buffer.alloc(32);

const absent = Buffer.from([0]);
const present = Buffer.from([1]);
const fieldHash = (value: string | number | null): Buffer =>
  value === null ? sha256(absent) : sha256(present, Buffer.from(String(value)));

/**
 * The hash of an entry, as the trigger of the table computes it: SHA-256 over its salt and the SHA-256 of each field in
 * this order. A field is a byte 1 and its UTF-8, or a byte 0 when there is none, so that an empty text differs from none.
 */
export const entryHashOf = (entry: Omit<ChainedEntry, "entryHash" | "head">): Buffer =>
  sha256(
    entry.salt,
    ...[
      "carrefour audit 1",
      entry.chain,
      entry.sequence,
      entry.event,
      entry.submission,
      entry.revision,
      entry.subject,
      entry.actor,
      entry.atMicroseconds,
      entry.reason,
      entry.vintage,
      entry.beforeHash,
      entry.afterHash,
    ].map(fieldHash),
  );

/** The head of a chain after an entry. */
export const headAfter = (before: Buffer, entryHash: Buffer): Buffer => sha256(before, entryHash);
