import type { Logger } from "pino";
import {
  type ChangeSource,
  type Clock,
  type DatabaseAddress,
  openSubgraph,
  type OpenSubgraph,
  type PeerTransport,
  replicaWords,
  type Subgraph,
  type SubgraphName,
  subgraphs,
  systemClock,
} from "../subgraphs/index.js";
import { changesOverHttp } from "./cache/changes/changes-over-http.js";
import type { Config } from "./config.js";
import type { Readiness } from "./operations/health.js";
import { readinessHere, readinessOverHttp } from "./operations/subgraph-readiness.js";
import { filesInProcess, filesOverHttp, type FileSource } from "./supergraph/file-source.js";
import type { Counting } from "./workers/counting.js";
import { poolSizeOf } from "./workers/worker-count.js";

/** A subgraph as the gateway reaches it. */
export interface Placed {
  /** Its address, or itself when it runs in this process. */
  readonly at: string | OpenSubgraph;
  readonly files: FileSource;
  readonly changes: ChangeSource;
  readonly readiness: Readiness;
  readonly running: OpenSubgraph | null;
}

export interface PlacingOptions {
  readonly config: Config;
  readonly databaseUrlOf: (subgraph: SubgraphName) => string;
  readonly seed: (
    subgraph: Subgraph,
    address: DatabaseAddress,
  ) => Promise<{ readonly isDemonstration: boolean }>;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly onStatement?: (sql: string) => void;
  /** What is counted of callers; by this process for itself unless given. */
  readonly counting?: Counting;
}

/** The place of a subgraph, which must have one. */
export function found(placed: ReadonlyMap<SubgraphName, Placed>, name: SubgraphName): Placed {
  const subgraph = placed.get(name);
  if (!subgraph) throw new Error(`supergraph: no subgraph ${name}`);
  return subgraph;
}

/** The servers that the subgraphs of this process use, each once. */
export function addressesHere({ config, databaseUrlOf }: PlacingOptions): DatabaseAddress[] {
  const names = subgraphs.map(({ name }) => name).filter((name) => config.subgraphUrlOf(name) === null);
  return [...new Set(names.map((name) => config.addressOf(databaseUrlOf(name))))];
}

/** Opens a subgraph in this process, or knows the way to it where it has an address. */
export async function placeSubgraph(
  subgraph: Subgraph,
  options: PlacingOptions,
  peers: PeerTransport,
  statementOf: (subgraph: SubgraphName) => () => void,
): Promise<Placed> {
  const url = options.config.subgraphUrlOf(subgraph.name);
  if (url !== null) {
    const failed =
      (what: string) =>
      (error: unknown): void =>
        options.log.error({ err: error, subgraph: subgraph.name }, what);
    const hopSecrets = options.config.hopSecrets ?? (() => []);
    const place = { subgraph: subgraph.name, url, hopSecrets };
    return {
      at: url,
      files: filesOverHttp({ ...place, onFailure: failed("file not fetched") }),
      changes: changesOverHttp({
        ...place,
        onFailure: failed("changes no longer told: asked again each second, answers are not kept meanwhile"),
      }),
      readiness: readinessOverHttp(url),
      running: null,
    };
  }
  const databaseUrl = options.databaseUrlOf(subgraph.name);
  const replica = options.config.replicaOf(subgraph.name);
  const count = statementOf(subgraph.name);
  const running = await openSubgraph(subgraph, {
    address: options.config.addressOf(databaseUrl),
    seed: options.seed,
    logError: (error, requestId) =>
      options.log.error({ err: error, subgraph: subgraph.name, requestId }, "resolver failed"),
    logTaskFailure: (error, task) =>
      options.log.error({ err: error, subgraph: subgraph.name, task }, "daily task failed"),
    clock: options.clock ?? systemClock,
    signingKey: options.config.signingKey,
    onStatement(sql) {
      count();
      options.onStatement?.(sql);
    },
    onDatabaseAhead: (name, migrations) =>
      options.log.warn({ subgraph: name, migrations }, "the database is of a newer version: served as it is"),
    replica: replica && {
      ...replica,
      onTold: (state, error) =>
        options.log.warn({ err: error ?? undefined, subgraph: subgraph.name }, replicaWords[state]),
    },
    poolSize: poolSizeOf(options.counting?.workers ?? 1),
    operationTimeoutMs: options.config.guard.operationTimeoutMs,
    peers,
  });
  return {
    at: running,
    files: filesInProcess(running),
    changes: running.changes,
    readiness: readinessHere(running),
    running,
  };
}
