import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import {
  type Clock,
  peerTransport,
  type Stopping,
  subgraphMetrics,
  type SubgraphName,
  subgraphs,
  systemClock,
  tokenVerifier,
  type TrustedIssuer,
  type WatchedProcess,
  watchRoleSecrets,
} from "../subgraphs/index.js";
import { portBusy } from "./busy-ports.js";
import { KnownChanges } from "./cache/changes/known-changes.js";
import { sharedChanges, unsharedChanges } from "./cache/changes/shared-changes.js";
import { publicCache } from "./cache/public-cache.js";
import type { Config } from "./config.js";
import { type DevelopmentIssuer, openDevelopmentIssuer } from "./identity/development-issuer/index.js";
import { admission } from "./identity/admission.js";
import { healthOf, holdsDemonstration, toldToOperator } from "./operations/health.js";
import { knownOperations } from "./operations/known-operations.js";
import { HubMetrics } from "./operations/metrics.js";
import { otherParts } from "./operations/other-parts.js";
import { buildServer } from "./server.js";
import { addressesHere, found, type Placed, placeSubgraph, type PlacingOptions } from "./placed-subgraph.js";
import { toldBreakers } from "./supergraph/transport/told-breakers.js";
import { transportsOf } from "./supergraph/transport/transports-of.js";
import { readManifest } from "./portal/asking/portal-manifest.js";
import { warmUpPortal } from "./portal/index.js";
import { renewalsTogetherOf } from "./portal/workspace/session/renewals-together.js";
import { sessionKeysOf } from "./portal/workspace/session/session-settings.js";
import type { Variant } from "./supergraph/variant.js";
import type { VariantName } from "./supergraph/variant-name.js";
import { ownCounting } from "./workers/counting.js";

const here = dirname(fileURLToPath(import.meta.url));

/** The committed supergraphs; compiled code runs from dist/, beside which they lie. */
export const schemaFolder = join(
  here.endsWith(join("dist", "gateway")) ? join(here, "..", "..") : join(here, ".."),
  "schema",
);

/** A hub that listens. */
export interface Hub {
  /** http://host:port */
  readonly address: string;
  /** A subgraph holds demonstration data. */
  readonly isDemonstration: boolean;
  /** What its private port tells. */
  readonly watched: WatchedProcess;
  /** Compiles what the portal asks before it is asked; requests are answered meanwhile. */
  warmUp(): Promise<void>;
  /** Reads the supergraphs again, and goes over to those that changed. */
  reload(): Promise<void>;
  /** Ends it: gently when asked so, at once by default; what is under way is finished within a bound. */
  close(stopping?: Stopping): Promise<void>;
}

export interface HubOptions extends PlacingOptions {
  /** What the times of tokens are judged by; the system's clock unless given. */
  readonly tokenClock?: Clock;
  /** Told each time the gateway makes a plan or finds one that it kept. */
  readonly onPlan?: (door: VariantName) => void;
  readonly onProgress?: (step: "subgraphs" | "gateway") => void;
  /** Told how to end the hub once somebody may be asking it, which is before its start is over. */
  readonly onOpen?: (close: Hub["close"]) => void;
  /** The development issuer where another process runs it. */
  readonly issuerElsewhere?: DevelopmentIssuer;
}

/** Opens the subgraphs, in this process or by their address, then both doors, and listens. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { config, log } = options;
  options.onProgress?.("subgraphs");
  const placed = new Map<SubgraphName, Placed>();
  // Looked up when a question is asked: the subgraphs open side by side.
  const peers = peerTransport(
    (name) => config.subgraphUrlOf(name) ?? placed.get(name)?.running ?? null,
    config.hopSecrets ?? undefined,
  );
  const metrics = new HubMetrics();
  const { statementOf } = subgraphMetrics(metrics.registry, () =>
    [...placed.values()].flatMap(({ running }) => running ?? []),
  );
  const transports = transportsOf({
    placeOf: (name) => found(placed, name).at,
    hopSecrets: config.hopSecrets ?? (() => []),
    settings: config.transports,
    operationTimeoutMs: config.guard.operationTimeoutMs,
    observer: toldBreakers(metrics.transports, log),
    onFailure: (error, subgraph, requestId) => log.error({ err: error, subgraph, requestId }, "fetch failed"),
  });
  metrics.watchHttpPools(() => transports.pools());
  const secretWatch = watchRoleSecrets(addressesHere(options), (error) =>
    log.error({ err: error }, "the roles' passwords could not be changed"),
  );
  const following: (() => void)[] = [];
  const others = otherParts({ ...config, ...config.guard });
  const closeSubgraphs = async (): Promise<void> => {
    await secretWatch.stop();
    for (const stop of following) stop();
    others.close();
    await transports.close();
    await Promise.all([...placed.values()].map(({ running }) => running?.close()));
  };
  try {
    // Every one is waited for, so that nothing opens behind a start that is given up.
    const opened = await Promise.allSettled(
      subgraphs.map(async (subgraph) =>
        placed.set(subgraph.name, await placeSubgraph(subgraph, options, peers, statementOf)),
      ),
    );
    const failed = opened.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
    options.onProgress?.("gateway");
    const readiness = new Map([...placed].map(([name, subgraph]) => [name, subgraph.readiness]));
    const development =
      config.issuer === null
        ? (options.issuerElsewhere ?? (await openDevelopmentIssuer({ ...config, log })))
        : null;
    const trusted: TrustedIssuer = {
      issuer: config.issuer ?? "",
      audience: config.audience,
      ...(config.discoveryUrl === null ? {} : { discoveryUrl: config.discoveryUrl }),
      ...development,
      clock: options.tokenClock ?? systemClock,
      onIssuerFailure: (failure) => log.error({ err: failure }, "the issuer's keys cannot be read"),
    };
    const changes = new KnownChanges(
      subgraphs.map(({ schemas, published }) => ({
        schema: schemas.own,
        tables: Object.keys(published.told),
      })),
    );
    changes.observe(() => transports.noteChange());
    const { redisUrl } = config.guard;
    const shared =
      redisUrl === null
        ? unsharedChanges
        : sharedChanges(redisUrl, (topics) => changes.told(topics, "gateway"), log);
    following.push(() => shared.close());
    changes.observe((topics, by) => {
      if (by === "subgraph") shared.tell(topics);
    });
    for (const { name, schemas } of subgraphs)
      following.push(changes.follow(schemas.own, found(placed, name).changes));
    const cache = publicCache({ changes, ...config.cache, observer: metrics.cache("answers"), log });
    metrics.watchCache("answers", () => ({ entries: cache.state.answers, bytes: cache.state.bytes }));
    const portalDocuments = [...readManifest().values()];
    const variants: Variant[] = [];
    let app: FastifyInstance | null = null;
    const health = healthOf(readiness, others.parts, () => app?.drain.isDraining ?? false);
    app = await buildServer({
      schemaFolder: config.operations.supergraphFolder ?? schemaFolder,
      transportOf: (name) => transports.of(name),
      filesOf: (name) => found(placed, name).files,
      readiness,
      health,
      metrics,
      nameOf: knownOperations(portalDocuments),
      portalDocuments,
      slowMs: config.operations.slowMs,
      verify: tokenVerifier(trusted),
      admit: admission({
        ask: (question) => peers("partners", question),
        onFailure: (failure) => log.error({ err: failure }, "the list of credentials cannot be read"),
      }),
      publicUrl: config.publicUrl,
      dataLicence: config.dataLicence,
      contact: config.contact,
      isRestricted: config.cache.isRestricted,
      signingIn: {
        ...config.portal,
        discoveryUrl: config.discoveryUrl,
        sessionKeys: await sessionKeysOf(config),
        together: renewalsTogetherOf(config),
      },
      issuer: trusted.issuer,
      issuerRoutes: development?.routes ?? null,
      guard: config.guard,
      cache,
      onChanged: (topics) => changes.told(topics),
      changesTold: () => shared.told(),
      counting: options.counting ?? ownCounting(),
      onPlan: options.onPlan,
      onVariant(variant) {
        variants.push(variant);
        metrics.watchCache(`plans ${variant.name}`, () => ({
          entries: variant.kept.operations,
          bytes: variant.kept.weight,
        }));
      },
      log,
    });
    const serving = app;
    const close: Hub["close"] = async ({ isGentle, atOnce } = { isGentle: false, atOnce: neverAborted }) => {
      const { drainMs } = config.operations;
      const times = { drainMs: isGentle ? drainMs : 0, mostMs: config.guard.operationTimeoutMs };
      const { cutOff } = await serving.drain.drain(times, atOnce).finally(closeSubgraphs);
      if (cutOff > 0) log.warn({ cutOff }, "answers cut off by the stop");
    };
    const address = await listen(serving, config);
    options.onOpen?.(close);
    return {
      address,
      isDemonstration: await holdsDemonstration(readiness),
      watched: {
        metrics: () => metrics.text(),
        measured: () => metrics.measured(),
        async health() {
          const asked = await health();
          return { isReady: asked.isReady, told: toldToOperator(asked) };
        },
      },
      async warmUp() {
        for (const variant of variants) await variant.warmUp();
        await warmUpPortal();
      },
      async reload() {
        await Promise.all(variants.map((variant) => variant.reload()));
      },
      close,
    };
  } catch (error) {
    await closeSubgraphs();
    throw error;
  }
}

const neverAborted = new AbortController().signal;

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw portBusy(config.port);
  }
}
