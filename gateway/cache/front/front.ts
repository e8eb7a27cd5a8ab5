import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { isHeldAlready } from "../../../subgraphs/index.js";
import type { Answers } from "../answers.js";
import type { CacheObserver } from "../cache-observer.js";
import { encodingFor } from "../encodings.js";
import type { Note } from "../journal.js";
import type { Credit } from "./credit.js";
import type { Visitors } from "./visitors.js";

export interface FrontOptions {
  readonly answers: Answers;
  readonly visitors: Visitors;
  readonly credit: Credit;
  readonly observer: CacheObserver;
  readonly note: Note;
}

// With one of these a request is another than the one that was answered: it carries who asks, a body, or a wish.
const further: ReadonlySet<string> = new Set([
  "authorization",
  "cookie",
  "carrefour-cost",
  "content-type",
  "content-encoding",
  "content-length",
  "transfer-encoding",
  "expect",
  "upgrade",
  "range",
  "if-match",
  "if-unmodified-since",
]);

/** True for a request whose answer may be the same for everybody. */
export function isAnybodys({ headers }: Pick<IncomingMessage, "headers">): boolean {
  // Of a dozen headers hardly one is there: those that are there are fewer to look at.
  for (const name in headers) if (further.has(name)) return false;
  return true;
}

const preflight = ["apollo-require-preflight", "x-apollo-operation-name"] as const;
/** True for a request that no other site can have a browser send without asking first. */
export const isPreflighted = (headers: IncomingHttpHeaders): boolean =>
  preflight.some((name) => headers[name] !== undefined);

/**
 * Answers at once what was answered before: a GET whose very address was asked, in the headers that it was answered with,
 * counted, limited and journalled as any other. Everything else, and whoever is over a limit, goes the long way. Measured:
 * the long way costs the framework and its headers three times what sending the bytes costs.
 */
export function frontOf({ answers, visitors, credit, observer, note }: FrontOptions) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url = "", headers } = request;
    if (method !== "GET" || !isAnybodys(request)) return false;
    const visitor = visitors.addressOf(request);
    if (visitor === null) return false;
    const found = answers.at({ url, accept: headers.accept ?? "" });
    if (!found || (found.head.needsPreflight && !isPreflighted(headers))) return false;
    const { answer, head, isFresh } = found;
    const body = answer.writtenAt(encodingFor(String(headers["accept-encoding"] ?? "")));
    if (!body || !credit.take(visitor)) return false;
    const requestId = randomUUID();
    const held = headers["if-none-match"];
    if (held !== undefined && (held === body.etag || isHeldAlready(held, body.etag))) {
      response.writeHead(304, head.notModified(body, requestId));
      response.end();
      observer.onNotModified?.();
    } else {
      response.writeHead(200, head.whole(answer, body, requestId));
      response.end(body.text ?? body.bytes, "latin1");
    }
    const outcome = isFresh ? "hit" : "stale";
    observer.onAnswer?.(outcome, answer.operation, body.bytes.length);
    note(answer.operation, requestId, outcome);
    return true;
  };
}
