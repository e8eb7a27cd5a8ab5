import type { FileAnswer, FileQuestion } from "./subgraph-file.js";

/** Bytes of a file, the last one excluded. */
export interface ByteSpan {
  readonly from: number;
  readonly to: number;
}

/** What the conditions of a request come to. */
export interface AskedBytes {
  readonly status: FileAnswer["status"];
  /** Null when no byte is sent. */
  readonly span: ByteSpan | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** True when who asks has the file already (If-None-Match; RFC 9110, s. 13.1.2: a weak comparison). */
export const isHeldAlready = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch !== null &&
  ifNoneMatch
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === "*" || tag === etag);

/**
 * Which bytes of a file are sent, by Range and If-Range (RFC 9110, s. 13.1.5, 14.1.2 and 14.2). A range that cannot be
 * read, several of them, or one of another version of the file, are passed over: the whole file is sent.
 */
export function askedBytes(
  { method, range, ifRange }: Pick<FileQuestion, "method" | "range" | "ifRange">,
  etag: string,
  length: number,
): AskedBytes {
  const whole: AskedBytes = {
    status: 200,
    span: { from: 0, to: length },
    headers: { "content-length": String(length) },
  };
  // A date, or a weak tag, proves nothing of the bytes.
  if (method === "HEAD" || range === null || (ifRange !== null && ifRange.trim() !== etag)) return whole;
  const [, first, last] = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(range) ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return whole;
  if (first !== "" && last !== "" && Number(last) < Number(first)) return whole;
  const from = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === "" || last === "" ? length : Math.min(length, Number(last) + 1);
  if (from >= length || to <= from)
    return { status: 416, span: null, headers: { "content-range": `bytes */${length}` } };
  return {
    status: 206,
    span: { from, to },
    headers: { "content-length": String(to - from), "content-range": `bytes ${from}-${to - 1}/${length}` },
  };
}
