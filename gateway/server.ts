import { randomUUID } from "node:crypto";
import fastifyApollo from "@as-integrations/fastify";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import {
  addDrain,
  HubError,
  type SubgraphName,
  type TokenCarrier,
  type TokenVerifier,
} from "../subgraphs/index.js";
import type { PublicCache } from "./cache/public-cache.js";
import { extensionsOf } from "./cache/taken-changes.js";
import { auditHeadsRoute } from "./downloads/audit-heads.js";
import type { DataLicence } from "./downloads/indicators/data-licence.js";
import { publicFileRoutes } from "./downloads/indicators/public-files.js";
import { registerFileRoutes } from "./downloads/register/register-files.js";
import { releaseFileRoutes } from "./downloads/release-files.js";
import { type Admission, anyone, type Caller, callerOf } from "./identity/caller.js";
import { letIn } from "./identity/let-in.js";
import { protectedResourceRoute } from "./identity/protected-resource.js";
import { answerInOneShape } from "./guard/answer-in-one-shape.js";
import { connectionsOfOneWorker, limitConnections } from "./guard/connections.js";
import { crossOrigin } from "./guard/cross-origin.js";
import { guardDoor, shownCost } from "./guard/guard-door.js";
import { guardOf } from "./guard/guard.js";
import type { GuardSettings } from "./guard/guard-settings.js";
import { limitRates, type RateLimits } from "./guard/rate/rate-limits.js";
import { readableUrl } from "./guard/readable-url.js";
import { refusalJournal } from "./guard/refusal-journal.js";
import { tellRequestId } from "./guard/request-id.js";
import { tellSecurityHeaders } from "./guard/security-headers.js";
import {
  healthRoutes,
  holdsDemonstration,
  type HubHealth,
  type ReadinessByName,
} from "./operations/health.js";
import type { NameOperation } from "./operations/known-operations.js";
import { measureRequests } from "./operations/measure-requests.js";
import type { HubMetrics } from "./operations/metrics.js";
import { OperationWatch } from "./operations/operation-watch.js";
import { traceParentOf, watchOperations } from "./operations/watch-operations.js";
import { explorerRoutes } from "./portal/explorer.js";
import { portalRoutes } from "./portal/index.js";
import type { SigningIn } from "./portal/workspace/open-workspace.js";
import type { FileSource } from "./supergraph/file-source.js";
import type { RequestContext } from "./supergraph/request-context.js";
import { askersWait } from "./supergraph/transport/asker.js";
import type { Transport } from "./supergraph/transport/transport.js";
import { openVariant, type Variant } from "./supergraph/variant.js";
import type { VariantName } from "./supergraph/variant-name.js";
import type { Counting } from "./workers/counting.js";

export interface ServerOptions {
  readonly schemaFolder: string;
  /** A way to a subgraph, another for each door. */
  readonly transportOf: (subgraph: SubgraphName) => Transport<RequestContext>;
  /** Where the files of a subgraph come from. */
  readonly filesOf: (subgraph: SubgraphName) => FileSource;
  readonly readiness: ReadinessByName;
  readonly health: () => Promise<HubHealth>;
  readonly metrics: HubMetrics;
  /** What an operation is called in what is measured. */
  readonly nameOf: NameOperation;
  /** What the portal asks. */
  readonly portalDocuments: readonly string[];
  /** From how many milliseconds on an operation is told apart as slow; null: never. */
  readonly slowMs: number | null;
  readonly verify: TokenVerifier;
  /** Who of the verified may come in. */
  readonly admit: Admission;
  /** The address that others reach the hub by. */
  readonly publicUrl: string;
  /** The licence of what the hub computes, told in the open files. */
  readonly dataLicence: DataLicence;
  /** Where the owner of the hub is written to; null: not told. */
  readonly contact: string | null;
  /** The public door runs the operations of the manifest and no others. */
  readonly isRestricted: boolean;
  /** How the portal signs people in. */
  readonly signingIn: Omit<SigningIn, "issuer" | "isDevelopment" | "identify">;
  /** Who issues the tokens that the hub accepts. */
  readonly issuer: string;
  /** Adds the development issuer's endpoints; absent with a real issuer. */
  readonly issuerRoutes: ((app: FastifyInstance) => Promise<void>) | null;
  readonly guard: GuardSettings;
  /** The answers of the public door that are told again. */
  readonly cache: PublicCache;
  /** Told what a subgraph over HTTP says that an operation changed. */
  readonly onChanged: (topics: readonly string[]) => void;
  /** Waits until the other gateways are told of what changed here, but not long. */
  readonly changesTold: () => Promise<void>;
  /** What is counted of a caller, whichever process answers. */
  readonly counting: Counting;
  /** Told each time the gateway makes a plan or finds one that it kept. */
  readonly onPlan?: ((door: VariantName) => void) | undefined;
  /** Told each door's variant, once it answers. */
  readonly onVariant: (variant: Variant) => void;
  readonly log: Logger;
}

/** Builds the HTTP server with its two GraphQL doors; it does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { guard: settings, log } = options;
  const app = fastify({
    keepAliveTimeout: 65_000,
    // What came on a connection that was open is still answered.
    return503OnClosing: false,
    requestTimeout: settings.requestTimeoutMs,
    http: { headersTimeout: settings.requestTimeoutMs / 3, connectionsCheckingInterval: 1_000 },
    trustProxy: settings.trustProxy,
    genReqId: () => randomUUID(),
    rewriteUrl: readableUrl,
    // A supergraph is read in seconds, on a machine that is busy with others in many; a start is given up by who waits for it.
    pluginTimeout: 120_000,
  });
  limitConnections(
    app.server,
    settings.trustProxy !== false,
    connectionsOfOneWorker(options.counting.workers),
  );
  addDrain(app);
  options.cache.before(app, () => limits.addresses);
  measureRequests(app, options.metrics);
  app.setErrorHandler(answerInOneShape(log));
  tellRequestId(app);
  tellSecurityHeaders(app);
  await healthRoutes(app, options.health);
  await app.register(cors, crossOrigin(settings.corsOrigins));
  const limits = limitRates(app, settings, options.counting.counter, log);
  const identify = (request: TokenCarrier): Promise<Caller> =>
    callerOf(request, options.verify, options.admit);
  await portalRoutes(app, {
    pages: options.cache.pages,
    publicUrl: options.publicUrl,
    settings: {
      pointsPerAddress: settings.pointsPerAddress,
      pointsPerPrincipal: settings.pointsPerPrincipal,
      operationTimeoutMs: settings.operationTimeoutMs,
      licence: options.dataLicence,
      contact: options.contact,
      isRestricted: options.isRestricted,
      isTrialIssuer: options.issuerRoutes !== null,
    },
    isDemonstration: () => holdsDemonstration(options.readiness),
    signingIn: {
      ...options.signingIn,
      issuer: options.issuer,
      isDevelopment: options.issuerRoutes !== null,
      identify,
    },
    log,
  });
  await explorerRoutes(app);
  await auditHeadsRoute(app);
  await publicFileRoutes(app, { publicUrl: options.publicUrl, licence: options.dataLicence });
  await protectedResourceRoute(app, options);
  // In scopes of its own: its parsers are for its endpoints, not for the GraphQL doors.
  if (options.issuerRoutes) await app.register(options.issuerRoutes);
  const letting = { identify, limits, publicUrl: options.publicUrl, log };
  await releaseFileRoutes(app, {
    ...letting,
    source: options.filesOf("partners"),
    beginDownload: options.counting.beginDownload,
  });
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
    const variant = await openVariant({
      ...options,
      pinned: name === "public" ? options.portalDocuments : [],
      onPlanFound: (door, outcome) => options.metrics.plan(door, outcome),
      onReload: (door, outcome) => options.metrics.reload(door, outcome),
      name,
      plugins: [watchOperations({ ...options, door: name })],
    });
    letIn(door, { door: name, identify, limits, publicUrl, log });
    options.metrics.loaded(name);
    options.onVariant(variant);
    const { server } = variant;
    let guard = guardOf(name, variant.schema);
    let { schema } = variant;
    variant.onSchema((other) => {
      schema = other;
      guard = guardOf(name, other);
      options.cache.clear();
    });
    guardDoor(
      door,
      name,
      (request) => guard(request),
      log,
      (code) => options.metrics.guardRefusal(name, code),
    );
    if (name === "public") {
      const note = refusalJournal(log, name);
      options.cache.persisted(door, (code, requestId) => {
        note(code, requestId);
        options.metrics.guardRefusal(name, code);
      });
      options.cache.into(door, () => schema);
    } else
      // Who changed something is answered once the others know it.
      door.addHook("onSend", async (_request, _reply, payload) => {
        await options.changesTold();
        return payload;
      });
    await door.register(fastifyApollo(server), {
      path,
      method,
      context: async (request, reply) => {
        const caller = request.caller;
        if (caller?.kind !== "known") throw new HubError("UNAUTHENTICATED");
        return {
          principal: caller.principal,
          authorization: caller.authorization,
          requestId: request.id,
          startedAt: performance.now(),
          asker: isQuery(request) ? askersWait(reply.raw, () => isShared(request)) : undefined,
          subgraphsCalled: [],
          extensions: extensionsOf(shownCost(request), options.onChanged),
          watch: new OperationWatch(),
          traceParent: traceParentOf(request),
        };
      },
    });
    // Fastify has answered the requests in flight by then; Apollo's own drain plugin would wait for this very hook.
    door.addHook("onClose", async () => {
      variant.close();
      await server.stop();
    });
  });
}

const isQuery = ({ asked }: FastifyRequest): boolean => asked?.operation.operation === "query";
const isShared = ({ flight }: FastifyRequest): boolean => flight?.isShared ?? false;
