import type { ServerResponse } from "node:http";
import { SpanKind } from "@opentelemetry/api";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { TokenVerifier } from "./access-token/access-token.js";
import { changedExtension, changeStream, changeStreamType } from "./changes/change-stream.js";
import { type Clock, systemClock } from "./clock.js";
import { HubError, isRefusal, type RefusalCode } from "./errors.js";
import { type HopClaims, hopHeader, HopRefused, judgeBody, judgeToken, readHop } from "./hop-token.js";
import type { OpenSubgraph } from "./open-subgraph.js";
import { presentedToken } from "./access-token/presented-token.js";
import { hubPrincipal, type Principal, publicPrincipal } from "./principal.js";
import type { SecretSource } from "./secrets/secret-source.js";
import { httpStatusOf } from "./refusals/http-status.js";
import { addDrain } from "./operations/drain.js";
import { beginSpan, carriedContext, within } from "./operations/tracing.js";
import { fileHeadHeader, readFileQuestion, writeFileHead } from "./subgraph-file.js";
import { readQuestion } from "./subgraph-question.js";
import { IssuerUnavailable, TokenRefused } from "./access-token/token-refusal.js";
import { waitFor } from "./wait.js";

/** What a lone subgraph tells of requests that it did not answer: to its log, never to who sent them. */
export interface SubgraphServerOptions {
  readonly onRefusal?: (reason: string, requestId: string | null) => void;
  readonly onFailure?: (error: unknown, requestId: string | null) => void;
  readonly clock?: Clock;
}

declare module "fastify" {
  interface FastifyRequest {
    hop: HopClaims | null;
  }
}

// Twice what the gateway lets in: it repeats variables, and adds the keys of entities.
const largestBodyBytes = 10_000_000;
// Longer than the gateway waits for an answer; a sender that trickles its body holds no connection.
const longestRequestMs = 10_000;
const secondsToTryAgain = 30;

/**
 * Serves one subgraph over HTTP: POST /graphql, POST /files, POST /changes, GET /health/live, GET /health/ready.
 * Every question, of its graph or for a file, needs the hop of the gateway or of a peer, signed for this very body, and the caller's token, if the
 * hop tells of one, is verified here again. Without them the answer is one same 401, before anything of it is read.
 */
export function subgraphServer(
  subgraph: OpenSubgraph,
  verify: TokenVerifier,
  hopSecrets: SecretSource,
  { onRefusal, onFailure, clock = systemClock }: SubgraphServerOptions = {},
): FastifyInstance {
  const app = fastify({
    bodyLimit: largestBodyBytes,
    requestTimeout: longestRequestMs,
    keepAliveTimeout: 65_000,
    // What came on a connection that was open is still answered.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    logger: false,
  });
  addDrain(app);
  app.decorateRequest("hop", null);
  app.setNotFoundHandler((_, reply) => reply.code(404).send());
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const requestId = request.hop?.requestId ?? null;
    if (error instanceof HopRefused || error instanceof TokenRefused) {
      onRefusal?.(error.reason, requestId);
      return reply.code(401).send(told("UNAUTHENTICATED"));
    }
    if (error instanceof IssuerUnavailable) {
      onRefusal?.(error.reason, requestId);
      return reply.code(503).header("retry-after", secondsToTryAgain).send(told("ISSUER_UNAVAILABLE"));
    }
    if (isRefusal(error)) {
      const code = error.extensions.code as RefusalCode;
      return reply.code(httpStatusOf(code)).send({ errors: [error.toJSON()] });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(told("BAD_REQUEST", { reason: String(status) }));
    onFailure?.(error, requestId);
    return reply.code(500).send(told("INTERNAL"));
  });

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    if (app.drain.isDraining) return reply.code(503).send({ status: "draining" });
    return (await subgraph.isReady())
      ? { status: "ready", isDemonstration: subgraph.isDemonstration }
      : reply.code(503).send({ status: "unavailable", database: "unavailable" });
  });

  // The bytes are kept as they came: the hop is signed for them, and what is parsed before it is verified is attack surface.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  // Before the body is read: who has no hop sends none.
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    request.hop = readHop(hopSecrets, headerOf(request), subgraph.name, clock());
  };
  const asked = async (request: FastifyRequest): Promise<Asked> => {
    const { hop } = request;
    if (!hop) throw new HopRefused("no-hop");
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    judgeBody(hop, body);
    return { body, principal: await principalOf(request, hop, verify), requestId: hop.requestId };
  };
  app.post("/graphql", {
    onRequest,
    handler: async (request, reply) => {
      const { body, ...asker } = await asked(request);
      const wait = waitFor(reply.raw);
      // Whoever signed the hop may say what it belongs to.
      const traced = beginSpan(`subgraph ${subgraph.name}`, carriedContext(request.headers), {
        kind: SpanKind.SERVER,
      });
      const mark = subgraph.changes.mark();
      const answer = await within(traced, () =>
        subgraph.execute({ ...readQuestion(body), ...asker, wait }),
      ).finally(() => traced?.end());
      // Whoever asked for a change knows by its answer what others would go on repeating.
      const changed = subgraph.changes.since(mark);
      return changed.length === 0
        ? answer
        : { ...answer, extensions: { ...answer.extensions, [changedExtension]: changed } };
    },
  });
  // What stops does not wait for a slow reader, who can go on elsewhere.
  const sending = new Set<ServerResponse>();
  app.addHook("preClose", async () => sending.forEach((response) => response.destroy()));
  app.post("/changes", {
    onRequest,
    handler: async (request, reply) => {
      await asked(request);
      sending.add(reply.raw);
      reply.raw.once("close", () => sending.delete(reply.raw));
      return reply.type(changeStreamType).send(changeStream(subgraph.changes));
    },
  });
  app.post("/files", {
    onRequest,
    handler: async (request, reply) => {
      const { body, ...asker } = await asked(request);
      const gone = new AbortController();
      sending.add(reply.raw);
      reply.raw.once("close", () => {
        sending.delete(reply.raw);
        gone.abort();
      });
      const answer = await subgraph.sendFile({ ...readFileQuestion(body), ...asker, signal: gone.signal });
      // What belongs to the file travels apart: these are two other ends than those that it is told to.
      return reply
        .header(fileHeadHeader, writeFileHead(answer))
        .type("application/octet-stream")
        .send(answer.body ?? "");
    },
  });
  return app;
}

/** Who asks, and what. */
interface Asked {
  readonly body: Buffer;
  readonly principal: Principal;
  readonly requestId: string;
}

const headerOf = ({ headers }: FastifyRequest): string | undefined =>
  headers[hopHeader] === undefined ? undefined : String(headers[hopHeader]);

/** The caller that the hop speaks of; its token counts only if the issuer's keys say so here, too. */
async function principalOf(
  request: FastifyRequest,
  hop: HopClaims,
  verify: TokenVerifier,
): Promise<Principal> {
  const token = request.headers.authorization === undefined ? null : presentedToken(carrierOf(request));
  judgeToken(hop, token);
  if (token !== null) return verify(token);
  return hop.caller === "hub" ? hubPrincipal : publicPrincipal;
}

const carrierOf = ({ headers, raw }: FastifyRequest) => ({ headers, rawHeaders: raw.rawHeaders });

const told = (code: RefusalCode, values: Record<string, string> = {}) => ({
  errors: [new HubError(code, values).toJSON()],
});
