import { randomUUID } from "node:crypto";
import fastifyApollo from "@as-integrations/fastify";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import type { GraphQLDataSource } from "@apollo/gateway";
import type { Logger } from "pino";
import {
  HubError,
  letGoOfSilentConnections,
  type SubgraphName,
  type TokenCarrier,
  type TokenVerifier,
} from "../subgraphs/index.js";
import { auditHeadsRoute } from "./downloads/audit-heads.js";
import type { DataLicence } from "./downloads/indicators/data-licence.js";
import { publicFileRoutes } from "./downloads/indicators/public-files.js";
import { registerFileRoutes } from "./downloads/register/register-files.js";
import { releaseFileRoutes } from "./downloads/release-files.js";
import { type Admission, anyone, type Caller, callerOf } from "./identity/caller.js";
import { letIn } from "./identity/let-in.js";
import { protectedResourceRoute } from "./identity/protected-resource.js";
import { answerInOneShape } from "./guard/answer-in-one-shape.js";
import { limitConnections } from "./guard/connections.js";
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
import type { FileSource } from "./supergraph/file-source.js";
import { openVariant, type VariantName } from "./supergraph/variant.js";

export interface ServerOptions {
  readonly schemaFolder: string;
  readonly dataSourceOf: (subgraph: SubgraphName) => GraphQLDataSource;
  /** Where the files of a subgraph come from. */
  readonly filesOf: (subgraph: SubgraphName) => FileSource;
  readonly readiness: ReadinessByName;
  readonly verify: TokenVerifier;
  /** Who of the verified may come in. */
  readonly admit: Admission;
  /** The address that others reach the hub by. */
  readonly publicUrl: string;
  /** The licence of what the hub computes, told in the open files. */
  readonly dataLicence: DataLicence;
  /** Who issues the tokens that the hub accepts. */
  readonly issuer: string;
  /** Adds the development issuer's endpoints; absent with a real issuer. */
  readonly issuerRoutes: ((app: FastifyInstance) => Promise<void>) | null;
  readonly guard: GuardSettings;
  /** Told each time the gateway makes a plan or finds one that it kept. */
  readonly onPlan?: ((door: VariantName) => void) | undefined;
  readonly log: Logger;
}

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
  const identify = (request: TokenCarrier): Promise<Caller> =>
    callerOf(request, options.verify, options.admit);
  await homeRoutes(app, () => holdsDemonstration(options.readiness));
  await explorerRoutes(app);
  await auditHeadsRoute(app);
  await publicFileRoutes(app, { publicUrl: options.publicUrl, licence: options.dataLicence });
  await protectedResourceRoute(app, options);
  // In scopes of its own: its parsers are for its endpoints, not for the GraphQL doors.
  if (options.issuerRoutes) await app.register(options.issuerRoutes);
  const letting = { identify, limits, publicUrl: options.publicUrl, log };
  await releaseFileRoutes(app, { ...letting, source: options.filesOf("partners") });
  await registerFileRoutes(app, letting);
  await addDoor(app, options, limits, "public", "/graphql", ["GET", "POST"], async () => anyone);
  await addDoor(app, options, limits, "authenticated", "/graphql/authenticated", ["POST"], identify);
  return app;
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
    letIn(door, { door: name, identify, limits, publicUrl, log });
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
