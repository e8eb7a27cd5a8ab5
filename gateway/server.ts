import { randomUUID } from "node:crypto";
import fastifyApollo from "@as-integrations/fastify";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import type { GraphQLDataSource } from "@apollo/gateway";
import type { Logger } from "pino";
import { HubError, type SubgraphName, type TokenCarrier, type TokenVerifier } from "../subgraphs/index.js";
import { auditHeadsRoute } from "./downloads/audit-heads.js";
import { type Admission, anyone, type Caller, callerOf } from "./identity/caller.js";
import { challengeOf } from "./identity/challenge.js";
import { protectedResourceRoute } from "./identity/protected-resource.js";
import { answerInOneShape } from "./guard/answer-in-one-shape.js";
import { letGoOfSilentConnections, limitConnections } from "./guard/connections.js";
import { crossOrigin } from "./guard/cross-origin.js";
import { guardDoor, shownCost } from "./guard/guard-door.js";
import { guardOf } from "./guard/guard.js";
import type { GuardSettings } from "./guard/guard-settings.js";
import { limitRates, type RateLimits } from "./guard/rate/rate-limits.js";
import { tellRequestId } from "./guard/request-id.js";
import { securityHeaders } from "./guard/security-headers.js";
import { healthRoutes, holdsDemonstration, type ReadinessByName } from "./operations/health.js";
import { operationLog } from "./operations/logs.js";
import { explorerRoutes } from "./portal/explorer.js";
import { homeRoutes } from "./portal/home.js";
import { openVariant, type VariantName } from "./supergraph/variant.js";

export interface ServerOptions {
  readonly schemaFolder: string;
  readonly dataSourceOf: (subgraph: SubgraphName) => GraphQLDataSource;
  readonly readiness: ReadinessByName;
  readonly verify: TokenVerifier;
  /** Who of the verified may come in. */
  readonly admit: Admission;
  /** The address that others reach the hub by. */
  readonly publicUrl: string;
  /** Who issues the tokens that the hub accepts. */
  readonly issuer: string;
  /** Adds the development issuer's endpoints; absent with a real issuer. */
  readonly issuerRoutes: ((app: FastifyInstance) => Promise<void>) | null;
  readonly guard: GuardSettings;
  /** Told each time the gateway makes a plan or finds one that it kept. */
  readonly onPlan?: ((door: VariantName) => void) | undefined;
  readonly log: Logger;
}

// As long as the issuer is left alone after a failure: nothing is known before.
const secondsToTryAgain = 30;

/** Builds the HTTP server with its two GraphQL doors; it does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { guard: settings, log } = options;
  const app = fastify({
    keepAliveTimeout: 65_000,
    requestTimeout: settings.requestTimeoutMs,
    http: { headersTimeout: settings.requestTimeoutMs / 3, connectionsCheckingInterval: 1_000 },
    trustProxy: settings.trustProxy,
    genReqId: () => randomUUID(),
  });
  limitConnections(app.server, settings.trustProxy !== false);
  letGoOfSilentConnections(app);
  app.setErrorHandler(answerInOneShape(log));
  tellRequestId(app);
  await app.register(helmet, securityHeaders);
  await healthRoutes(app, options.readiness);
  await app.register(cors, crossOrigin(settings.corsOrigins));
  const limits = limitRates(app, settings, log);
  await homeRoutes(app, () => holdsDemonstration(options.readiness));
  await explorerRoutes(app);
  await auditHeadsRoute(app);
  await protectedResourceRoute(app, options);
  // In scopes of its own: its parsers are for its endpoints, not for the GraphQL doors.
  if (options.issuerRoutes) await app.register(options.issuerRoutes);
  await addDoor(app, options, limits, "public", "/graphql", ["GET", "POST"], async () => anyone);
  await addDoor(app, options, limits, "authenticated", "/graphql/authenticated", ["POST"], (request) =>
    callerOf(request, options.verify, options.admit),
  );
  return app;
}

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

async function addDoor(
  app: FastifyInstance,
  options: ServerOptions,
  limits: RateLimits,
  name: VariantName,
  path: string,
  method: ("GET" | "POST")[],
  identify: (request: TokenCarrier) => Promise<Caller>,
): Promise<void> {
  const { publicUrl, log } = options;
  await app.register(async (door) => {
    const { server, schema } = await openVariant({
      ...options,
      name,
      operationTimeoutMs: options.guard.operationTimeoutMs,
      plugins: [operationLog(log, name)],
    });
    door.decorateRequest("caller", null);
    door.addHook("onRequest", async (request, reply) => {
      const caller = await identify({ headers: request.headers, rawHeaders: request.raw.rawHeaders });
      request.caller = caller;
      if (caller.kind === "known")
        return (await limits.ofPrincipal(caller.principal, request, reply)) ?? undefined;
      const journal = { door: name, requestId: request.id, reason: caller.reason };
      if (caller.kind === "unavailable") {
        log.error(journal, "identity cannot be verified");
        return reply
          .code(503)
          .header("retry-after", secondsToTryAgain)
          .send({ errors: [new HubError("ISSUER_UNAVAILABLE").toJSON()] });
      }
      log.info(journal, "refused at the door");
      return reply
        .code(401)
        .header("www-authenticate", challengeOf(caller.reason, publicUrl))
        .send({ errors: [new HubError("UNAUTHENTICATED").toJSON()] });
    });
    guardDoor(door, name, guardOf(name, schema), log);
    await door.register(fastifyApollo(server), {
      path,
      method,
      context: async (request) => {
        const caller = request.caller;
        if (caller?.kind !== "known") throw new HubError("UNAUTHENTICATED");
        return {
          principal: caller.principal,
          authorization: caller.authorization,
          requestId: request.id,
          startedAt: performance.now(),
          subgraphsCalled: [],
          extensions: { ...shownCost(request) },
        };
      },
    });
    // Fastify has answered the requests in flight by then; Apollo's own drain plugin would wait for this very hook.
    door.addHook("onClose", () => server.stop());
  });
}
