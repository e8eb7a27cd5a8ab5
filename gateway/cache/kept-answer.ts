import { createHash } from "node:crypto";
import type { Watched } from "./changes/known-changes.js";
import { compressed, type Encoding, leastCompressed } from "./encodings.js";
import type { Stored } from "./store/answer-store.js";

/** A body as it goes over the wire, and its entity tag. */
export interface WrittenBody {
  readonly encoding: Encoding;
  readonly bytes: Buffer;
  /**
   * The same, a character for a byte (latin1), where it is short: Node sends such words in one piece with the head, bytes in
   * a second one, which costs more than copying some kilobytes. Null: too long for that.
   */
  readonly text: string | null;
  /** Strong: another encoding of the same text is another one (RFC 9110, s. 8.8.3.3). */
  readonly etag: string;
}

/** What an answer is known by: the operation's name, for the journal. */
export interface AnswerOf {
  readonly key: string;
  /** By what the key is counted. */
  readonly count: number;
  readonly operation: string | null;
}

// What an answer takes beside its bytes, roughly.
const overhead = 1_500;
const longestText = 16_384;

const body = (encoding: Encoding, bytes: Buffer, tag: string): WrittenBody => ({
  encoding,
  bytes,
  text: bytes.length > longestText ? null : bytes.toString("latin1"),
  etag: `"${tag}"`,
});
const weightOf = ({ bytes, text }: WrittenBody): number => bytes.length + (text?.length ?? 0);

/** One answer, ready to be sent, and what it was told from. */
export class KeptAnswer implements Stored {
  readonly key: string;
  readonly count: number;
  readonly operation: string | null;
  readonly identity: WrittenBody;
  weight: number;
  /** Where it can be found at once. */
  readonly urls: string[] = [];
  readonly #tag: string;
  readonly #written: Partial<Record<Encoding, WrittenBody | Promise<WrittenBody>>> = {};

  constructor(
    of: AnswerOf,
    bytes: Buffer,
    readonly contentType: string,
    readonly watched: Watched,
    /** The state of what is watched before it was read. */
    readonly stamp: number,
    readonly keptAt: number,
  ) {
    this.key = of.key;
    this.count = of.count;
    this.operation = of.operation;
    this.#tag = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
    this.identity = body("identity", bytes, this.#tag);
    this.weight = overhead + 2 * this.key.length + weightOf(this.identity);
  }

  /** The body in an encoding when it was written in it before; null otherwise. */
  writtenAt(encoding: Encoding): WrittenBody | null {
    if (encoding === "identity" || this.identity.bytes.length < leastCompressed) return this.identity;
    const written = this.#written[encoding];
    return written && !(written instanceof Promise) ? written : null;
  }

  /** The body in an encoding; whoever asks first has it written, for all. `onWritten` is told what it weighs more. */
  async writtenIn(encoding: Encoding, onWritten: (bytes: number) => void): Promise<WrittenBody> {
    if (encoding === "identity" || this.identity.bytes.length < leastCompressed) return this.identity;
    return (this.#written[encoding] ??= compressed(this.identity.bytes, encoding, "kept").then((bytes) => {
      const written = body(encoding, bytes, `${this.#tag}-${encoding}`);
      this.#written[encoding] = written;
      onWritten(weightOf(written));
      return written;
    }));
  }
}
