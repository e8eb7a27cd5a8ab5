import { Readable } from "node:stream";
import { askedBytes, type ByteSpan, isHeldAlready } from "./file-conditions.js";
import type { FileAnswer, FileQuestion } from "./subgraph-file.js";

/** A file whose bytes are known before they are sent. */
export interface MeasuredBytes {
  readonly length: number;
  readonly sha256: Buffer;
  /** Gives some of the bytes; asked at most once. */
  read(span: ByteSpan): AsyncIterable<Uint8Array>;
}

/** A file that can be sent. */
export interface SendableFile {
  /** Strong: the same tag, the same bytes. */
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Asked unless the caller has the file already. */
  measure(): Promise<MeasuredBytes>;
}

// Which bytes are whose is a matter of the token: no cache between may keep them, a browser may not either.
const always = { "cache-control": "private, no-store", "accept-ranges": "bytes" };

/** Answers a question about a file: whole, in part, only its head, or that the caller has it already. */
export async function answerFor(question: FileQuestion, file: SendableFile): Promise<FileAnswer> {
  const { etag } = file;
  const headers = { ...always, ...file.headers, etag };
  if (isHeldAlready(question.ifNoneMatch, etag))
    return { status: 304, headers: { ...always, etag }, body: null };
  const { length, sha256, read } = await file.measure();
  const asked = askedBytes(question, etag, length);
  if (asked.status === 416)
    return { status: 416, headers: { ...always, etag, ...asked.headers }, body: null };
  return {
    status: asked.status,
    // RFC 9530, s. 3.1: of the whole file, also beside a part of it.
    headers: { ...headers, ...asked.headers, "repr-digest": `sha-256=:${sha256.toString("base64")}:` },
    body: asked.span && question.method === "GET" ? await begun(read(asked.span)) : null,
  };
}

/** A stream whose first bytes are there: what fails before them can still be refused, with a head of its own. */
export async function begun(bytes: AsyncIterable<Uint8Array>): Promise<Readable> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  // A block waits while another is on its way, no more.
  return Readable.from(following(first, iterator), { highWaterMark: 1 });
}

async function* following(
  first: IteratorResult<Uint8Array>,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
