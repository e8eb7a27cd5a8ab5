import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GraphQLDataSource } from "@apollo/gateway";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import {
  type Clock,
  type DatabaseAddress,
  openSubgraph,
  peerTransport,
  type PeerTransport,
  type RunningSubgraph,
  StartError,
  type Subgraph,
  type SubgraphName,
  subgraphs,
  systemClock,
  tokenVerifier,
  type TrustedIssuer,
  watchRoleSecrets,
} from "../subgraphs/index.js";
import type { Config } from "./config.js";
import { openDevelopmentIssuer } from "./identity/development-issuer/index.js";
import { admission } from "./identity/admission.js";
import { holdsDemonstration, type Readiness, type SubgraphState } from "./operations/health.js";
import { buildServer } from "./server.js";
import { filesInProcess, filesOverHttp, type FileSource } from "./supergraph/file-source.js";
import { HttpDataSource } from "./supergraph/http-data-source.js";
import { InProcessDataSource } from "./supergraph/in-process-data-source.js";
import type { VariantName } from "./supergraph/variant.js";

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
  close(): Promise<void>;
}

export interface HubOptions {
  readonly config: Config;
  readonly databaseUrlOf: (subgraph: SubgraphName) => string;
  readonly seed: (
    subgraph: Subgraph,
    address: DatabaseAddress,
  ) => Promise<{ readonly isDemonstration: boolean }>;
  readonly log: Logger;
  readonly clock?: Clock;
  /** What the times of tokens are judged by; the system's clock unless given. */
  readonly tokenClock?: Clock;
  readonly onStatement?: (sql: string) => void;
  /** Told each time the gateway makes a plan or finds one that it kept. */
  readonly onPlan?: (door: VariantName) => void;
  readonly onProgress?: (step: "subgraphs" | "gateway") => void;
}

interface Placed {
  readonly dataSource: GraphQLDataSource;
  readonly files: FileSource;
  readonly readiness: Readiness;
  readonly running: RunningSubgraph | null;
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
  const secretWatch = watchRoleSecrets(addressesHere(options), (error) =>
    log.error({ err: error }, "the roles' passwords could not be changed"),
  );
  const closeSubgraphs = async (): Promise<void> => {
    await secretWatch.stop();
    await Promise.all([...placed.values()].map(({ running }) => running?.close()));
  };
  try {
    // Every one is waited for, so that nothing opens behind a start that is given up.
    const opened = await Promise.allSettled(
      subgraphs.map(async (subgraph) => placed.set(subgraph.name, await place(subgraph, options, peers))),
    );
    const failed = opened.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
    options.onProgress?.("gateway");
    const readiness = new Map([...placed].map(([name, subgraph]) => [name, subgraph.readiness]));
    const development = config.issuer === null ? await openDevelopmentIssuer({ ...config, log }) : null;
    const trusted: TrustedIssuer = {
      issuer: config.issuer ?? "",
      audience: config.audience,
      ...(config.discoveryUrl === null ? {} : { discoveryUrl: config.discoveryUrl }),
      ...development,
      clock: options.tokenClock ?? systemClock,
      onIssuerFailure: (failure) => log.error({ err: failure }, "the issuer's keys cannot be read"),
    };
    const app = await buildServer({
      schemaFolder,
      dataSourceOf: (name) => found(placed, name).dataSource,
      filesOf: (name) => found(placed, name).files,
      readiness,
      verify: tokenVerifier(trusted),
      admit: admission({
        ask: (question) => peers("partners", question),
        onFailure: (failure) => log.error({ err: failure }, "the list of credentials cannot be read"),
      }),
      publicUrl: config.publicUrl,
      dataLicence: config.dataLicence,
      issuer: trusted.issuer,
      issuerRoutes: development?.routes ?? null,
      guard: config.guard,
      onPlan: options.onPlan,
      log,
    });
    const address = await listen(app, config);
    return {
      address,
      isDemonstration: await holdsDemonstration(readiness),
      async close() {
        await app.close().finally(closeSubgraphs);
      },
    };
  } catch (error) {
    await closeSubgraphs();
    throw error;
  }
}

function found(placed: ReadonlyMap<SubgraphName, Placed>, name: SubgraphName): Placed {
  const subgraph = placed.get(name);
  if (!subgraph) throw new Error(`supergraph: no subgraph ${name}`);
  return subgraph;
}

/** The servers that the subgraphs of this process use, each once. */
function addressesHere({ config, databaseUrlOf }: HubOptions): DatabaseAddress[] {
  const names = subgraphs.map(({ name }) => name).filter((name) => config.subgraphUrlOf(name) === null);
  return [...new Set(names.map((name) => config.addressOf(databaseUrlOf(name))))];
}

async function place(subgraph: Subgraph, options: HubOptions, peers: PeerTransport): Promise<Placed> {
  const url = options.config.subgraphUrlOf(subgraph.name);
  if (url !== null) {
    const onFailure = (error: unknown): void =>
      options.log.error({ err: error, subgraph: subgraph.name }, "fetch failed");
    const hopSecrets = options.config.hopSecrets ?? (() => []);
    const place = { subgraph: subgraph.name, url, hopSecrets, onFailure };
    return {
      dataSource: new HttpDataSource(place),
      files: filesOverHttp(place),
      readiness: () => stateOf(url),
      running: null,
    };
  }
  const databaseUrl = options.databaseUrlOf(subgraph.name);
  const running = await openSubgraph(subgraph, {
    address: options.config.addressOf(databaseUrl),
    seed: options.seed,
    logError: (error, requestId) =>
      options.log.error({ err: error, subgraph: subgraph.name, requestId }, "resolver failed"),
    logTaskFailure: (error, task) =>
      options.log.error({ err: error, subgraph: subgraph.name, task }, "daily task failed"),
    clock: options.clock ?? systemClock,
    signingKey: options.config.signingKey,
    onStatement: options.onStatement,
    peers,
  });
  return {
    dataSource: new InProcessDataSource(subgraph.name, running),
    files: filesInProcess(running),
    readiness: async () => ({ isReady: await running.isReady(), isDemonstration: running.isDemonstration }),
    running,
  };
}

async function stateOf(url: string): Promise<SubgraphState> {
  try {
    const response = await fetch(new URL("/health/ready", url), { signal: AbortSignal.timeout(2_000) });
    const { isDemonstration } = (await response.json()) as { isDemonstration?: boolean };
    return { isReady: response.ok, isDemonstration: isDemonstration === true };
  } catch {
    return { isReady: false, isDemonstration: false };
  }
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw portBusy(config.port);
  }
}

/** Says that the port is taken, and what to do. */
export const portBusy = (port: number): StartError =>
  new StartError(
    "PORT_BUSY",
    `Le port ${port} est déjà pris par un autre programme. Fermez-le, ou donnez un autre port : PORT=${port + 10} npm start`,
    `Port ${port} is already used by another program. Close it, or give another port: PORT=${port + 10} npm start`,
  );
