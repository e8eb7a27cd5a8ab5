import type { OutgoingHttpHeaders } from "node:http";
import type { KeptAnswer, WrittenBody } from "../kept-answer.js";

const requestIdHeader = "x-request-id";
// Each answer has its own.
const ofOneAnswer: ReadonlySet<string> = new Set([
  requestIdHeader,
  "content-type",
  "content-length",
  "content-encoding",
  "etag",
  "date",
  "connection",
  "keep-alive",
]);

/** The headers of an answer that went the long way, so that it is told the same when it goes the short one. */
export class KeptHead {
  constructor(
    private readonly common: readonly string[],
    /** A browser may send the request without asking first: it must carry the header that says that it asked. */
    readonly needsPreflight: boolean,
  ) {}

  /** The headers of 200 as Node takes them, names and values in turn. */
  whole({ contentType }: KeptAnswer, { encoding, bytes, etag }: WrittenBody, requestId: string): string[] {
    const head = [...this.common, requestIdHeader, requestId, "content-type", contentType, "etag", etag];
    if (encoding !== "identity") head.push("content-encoding", encoding);
    head.push("content-length", String(bytes.length));
    return head;
  }

  /** The headers of 304: those of 200 but for what describes the body (RFC 9110, s. 15.4.5). */
  notModified({ etag }: WrittenBody, requestId: string): string[] {
    return [...this.common, requestIdHeader, requestId, "etag", etag];
  }
}

// Nearly all answers have the same ones: they are held once.
const known = new Map<string, KeptHead>();
const mostKnown = 100;

/** The head of an answer, by the headers that are about to leave. */
export function headOf(headers: OutgoingHttpHeaders, needsPreflight: boolean): KeptHead {
  const common = Object.entries(headers)
    .filter(([name, value]) => !ofOneAnswer.has(name) && value !== undefined)
    .flatMap(([name, value]) => [value].flat().flatMap((one) => [name, String(one)]));
  const key = JSON.stringify([needsPreflight, common]);
  const head = known.get(key) ?? new KeptHead(common, needsPreflight);
  if (known.size < mostKnown) known.set(key, head);
  return head;
}
