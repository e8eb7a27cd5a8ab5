import type { OutgoingHttpHeaders } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { isHeldAlready } from "../../subgraphs/index.js";
import { addressKey } from "../guard/rate/address-key.js";
import type { Answers } from "./answers.js";
import type { CacheObserver } from "./cache-observer.js";
import { encodingFor } from "./encodings.js";
import { isAnybodys } from "./front/front.js";
import { headOf } from "./front/kept-head.js";
import type { Visitors } from "./front/visitors.js";
import type { KeptAnswer } from "./kept-answer.js";

/*
 * How long others may keep an answer that the hub has no hand on any more: a browser, a proxy. A vintage that discloses
 * is withdrawn from the hub at once; from there it is gone after half a minute at most, the half of what an open file
 * takes. Who asks again within it is answered 304 for next to nothing.
 */
export const cacheControl = "public, max-age=10, stale-while-revalidate=20";

export const acceptedBy = ({ headers }: FastifyRequest): string => String(headers["accept-encoding"] ?? "");

/** Writes a kept answer into a reply: in the form that is accepted, or « not modified »; a GET is found at once from then on. */
export type WriteAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: KeptAnswer,
  /** A browser may send the request without asking first: it must carry the header that says that it asked. */
  needsPreflight: boolean,
) => Promise<Buffer | "">;

export interface WriterOptions {
  readonly answers: Answers;
  readonly visitors: Visitors;
  readonly observer: CacheObserver;
  /** The headers that an answer depends on. */
  readonly vary: string;
}

/** Makes what writes the answers of one door. */
export const writer =
  ({ answers, visitors, observer, vary }: WriterOptions): WriteAnswer =>
  async (request, reply, answer, needsPreflight) => {
    const body = await answer.writtenIn(encodingFor(acceptedBy(request)), (bytes) =>
      answers.grew(answer, bytes),
    );
    reply.header("content-type", answer.contentType).header("vary", vary);
    if (body.encoding !== "identity") reply.header("content-encoding", body.encoding);
    if (request.method !== "GET") return body.bytes;
    reply.header("etag", body.etag).header("cache-control", cacheControl);
    if (isAnybodys(request.raw)) {
      const head = headOf(reply.getHeaders() as OutgoingHttpHeaders, needsPreflight);
      answers.keepAt({ url: request.originalUrl, accept: request.headers.accept ?? "" }, answer, head);
      visitors.learn(request.raw, addressKey(request.ip));
    }
    if (!isHeldAlready(request.headers["if-none-match"] ?? null, body.etag)) return body.bytes;
    reply.code(304).removeHeader("content-type").removeHeader("content-encoding");
    observer.onNotModified?.();
    return "";
  };
