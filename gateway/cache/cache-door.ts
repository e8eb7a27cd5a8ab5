import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Answers, Flight } from "./answers.js";
import type { CacheObserver, CacheOutcome } from "./cache-observer.js";
import type { KnownChanges } from "./changes/known-changes.js";
import { compressed, encodingFor, leastCompressed } from "./encodings.js";
import { isPreflighted } from "./front/front.js";
import type { Visitors } from "./front/visitors.js";
import type { Note } from "./journal.js";
import type { KeptAnswer } from "./kept-answer.js";
import { answerOf, takenVariables } from "./question-key.js";
import type { ToldFrom } from "./told-from.js";
import { watchesOf } from "./watches.js";
import { bytesOf, wholeAnswer } from "./whole-answer.js";
import { acceptedBy, writer } from "./written-answer.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The question that this request asks for others as well. */
    flight: Flight | null;
    /** The answer that this request is given from what is kept. */
    kept: KeptAnswer | null;
  }
}

export interface CacheDoorOptions {
  readonly answers: Answers;
  readonly changes: KnownChanges;
  readonly toldFrom: ToldFrom;
  readonly schema: () => GraphQLSchema;
  readonly visitors: Visitors;
  readonly observer: CacheObserver;
  readonly note: Note;
}

// Who carries a name or a cookie is answered the same words, but those are kept nowhere.
const vary = "accept, accept-encoding, carrefour-cost";
// Longer ones are made up.
const longestAccept = 200;

/** Puts the cache before a door's operations, after its guard; in the same scope, before its routes. */
export function cacheDoor(door: FastifyInstance, options: CacheDoorOptions): void {
  const { answers, changes, observer, note, schema } = options;
  const watchOf = watchesOf(schema, options.toldFrom, changes);
  door.decorateRequest("flight", null);
  door.decorateRequest("kept", null);

  /** The answer that is kept, or that another is waiting for; null when this request is to ask. */
  async function find(request: FastifyRequest): Promise<KeptAnswer | null> {
    const { asked } = request;
    const accept = request.headers.accept ?? "";
    const variables =
      asked && isAnybody(request) && accept.length <= longestAccept ? takenVariables(schema(), asked) : null;
    if (!asked || variables === null || asked.operation.operation !== "query") {
      observer.onAnswer?.("passed", null, 0);
      return null;
    }
    const of = answerOf(asked, variables, accept);
    const told = (outcome: CacheOutcome, answer: KeptAnswer): KeptAnswer => {
      observer.onAnswer?.(outcome, of.operation, answer.identity.bytes.length);
      note(of.operation, request.id, outcome);
      return answer;
    };
    const found = answers.find(of);
    if (found.kind === "hit" || found.kind === "stale") return told(found.kind, found.answer);
    if (found.kind === "flight") {
      const answer = await found.flight.answered;
      if (answer) return told("shared", answer);
    }
    observer.onAnswer?.("miss", of.operation, 0);
    request.flight = answers.depart(of, watchOf(asked, variables));
    return null;
  }

  const written = writer({ ...options, vary });

  door.addHook("preHandler", async (request, reply) => {
    if (reply.sent || (request.method !== "GET" && request.method !== "POST")) return;
    if (request.method === "GET" && !request.isPersisted && isForged(request)) return;
    const answer = await find(request);
    if (!answer) return;
    request.kept = answer;
    return reply.send("");
  });

  door.addHook("onSend", async (request, reply, payload) => {
    const { flight, kept } = request;
    if (kept) return written(request, reply, kept, !request.isPersisted);
    if (flight) {
      request.flight = null;
      const bytes = wholeAnswer(reply, payload);
      if (bytes === null) flight.land(null);
      else {
        const answer = answers.keep(flight, bytes, String(reply.getHeader("content-type")));
        flight.land(answer);
        return written(request, reply, answer, !request.isPersisted);
      }
    }
    return compressedOnce(request, reply, payload);
  });
}

/** True for a request that says nothing of who asks, and wishes nothing beside the answer. */
const isAnybody = ({ headers }: FastifyRequest): boolean =>
  headers.authorization === undefined &&
  headers.cookie === undefined &&
  headers["carrefour-cost"] === undefined;

/** True for a GET that another site could have a browser send: it is refused further on, whatever is kept. */
const isForged = ({ headers }: FastifyRequest): boolean =>
  !isPreflighted(headers) || headers["content-type"] !== undefined;

/**
 * A large answer that is not kept, lightly compressed. At the public door only: an answer that holds secrets beside words
 * of whoever asked tells the secrets by its length (BREACH).
 */
async function compressedOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const bytes = bytesOf(payload);
  if (bytes === null || bytes.length < leastCompressed) return payload;
  const encoding = encodingFor(acceptedBy(request));
  reply.header("vary", vary);
  if (encoding === "identity" || reply.hasHeader("content-encoding")) return payload;
  reply.header("content-encoding", encoding);
  return compressed(bytes, encoding, "once");
}
