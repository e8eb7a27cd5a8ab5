import type { KeyObject } from "node:crypto";
import { changesAt, type OwnChanges } from "./changes/changes.js";
import type { Clock } from "./clock.js";
import { runDaily } from "./daily-task.js";
import type { DatabaseAddress } from "./database-address.js";
import { type PoolState, type StatementObserver, SubgraphDatabase } from "./database.js";
import { type ErrorLog, runSubgraph, type RunningSubgraph } from "./execute.js";
import type { PeerTransport } from "./peer.js";
import { type PartState, stateOf } from "./operations/part-state.js";
import { prepareDatabase } from "./prepare-database.js";
import { sownBefore } from "./sown-before.js";
import type { ReplicaSettings } from "./replica/replica.js";
import type { SubgraphName } from "./subgraph-name.js";
import type { Subgraph } from "./subgraph.js";
import { type FileAnswer, type FileRequest, noFiles, runFiles } from "./subgraph-file.js";

export interface OpeningSubgraph {
  readonly address: DatabaseAddress;
  /** Plants the seeds of the subgraph when something is missing. */
  readonly seed: (
    subgraph: Subgraph,
    address: DatabaseAddress,
  ) => Promise<{ readonly isDemonstration: boolean }>;
  readonly logError: ErrorLog;
  /** Told of a daily task that failed, by its name. */
  readonly logTaskFailure: (error: unknown, task: string) => void;
  readonly clock: Clock;
  /** The key that signs for the hub; without it, one derived from the secret of the roles. */
  readonly signingKey?: () => KeyObject | null;
  /** How it reaches the other subgraphs. */
  readonly peers: PeerTransport;
  /** Told each statement sent to PostgreSQL; for counting them. */
  readonly onStatement?: StatementObserver | undefined;
  /** Told the migrations of a newer version, which this one serves without knowing them. */
  readonly onDatabaseAhead?: (subgraph: SubgraphName, migrations: readonly string[]) => void;
  /** The streaming replica that published rows may be read from. */
  readonly replica?: ReplicaSettings | null;
  /** The most connections of one pool. */
  readonly poolSize?: number;
  /** How long a whole operation may take. */
  readonly operationTimeoutMs?: number;
}

/** A subgraph that answers, and whether what it tells is for demonstration. */
export interface OpenSubgraph extends RunningSubgraph {
  readonly name: SubgraphName;
  readonly isDemonstration: boolean;
  /** What becomes known of changes to what it publishes. */
  readonly changes: OwnChanges;
  /** How its pools of connections stand. */
  pools(): readonly PoolState[];
  /** Whether its database answers, within a bound. */
  databaseState(): Promise<PartState>;
  /** Sends one of its files; throws a HubError that may be told. */
  sendFile(request: FileRequest): Promise<FileAnswer>;
}

/** Brings a subgraph's database up to date; one that a newer version upgraded is left as it is, and told. */
export async function prepareSubgraph(
  subgraph: Subgraph,
  { address, seed, onDatabaseAhead }: Pick<OpeningSubgraph, "address" | "seed" | "onDatabaseAhead">,
): Promise<{ readonly isDemonstration: boolean }> {
  const { ahead } = await prepareDatabase(address, subgraph);
  if (ahead.length === 0) return seed(subgraph, address);
  onDatabaseAhead?.(subgraph.name, ahead);
  // Its facts are the newer version's: planting would take them back.
  return sownBefore(subgraph, address);
}

/** Brings a subgraph's database up to date, then makes it answer. Throws StartError when it cannot. */
export async function openSubgraph(subgraph: Subgraph, opening: OpeningSubgraph): Promise<OpenSubgraph> {
  const { isDemonstration } = await prepareSubgraph(subgraph, opening);
  const { poolSize, replica, operationTimeoutMs } = opening;
  const database = new SubgraphDatabase(
    opening.address,
    subgraph.entities,
    poolSize,
    replica,
    operationTimeoutMs,
  );
  database.observe(opening.onStatement ?? null);
  await database.published();
  const changes = changesAt(opening.address);
  // The first to hear: who forgets an answer on hearing of a change asks anew at once.
  const deafen = changes.of(subgraph.schemas.own).watch((news) => database.heard(news));
  changes.hold();
  const running = runSubgraph(subgraph.build(), database, opening.logError, opening.clock, opening.peers);
  const { address, clock, signingKey = () => null, logTaskFailure } = opening;
  const tasks = runDaily(
    subgraph.dailyTasks ?? [],
    {
      address,
      clock,
      // Asked when a task needs it: the key may change while the hub runs.
      get signingKey() {
        return signingKey();
      },
    },
    logTaskFailure,
  );
  return {
    ...running,
    name: subgraph.name,
    isDemonstration,
    changes: changes.of(subgraph.schemas.own),
    pools: () => database.pools(),
    databaseState: () => stateOf(database.ping()),
    sendFile: runFiles(subgraph.files ?? noFiles, { database, clock }, opening.logError),
    async close() {
      await tasks.stop();
      deafen();
      await changes.release();
      await running.close();
    },
  };
}
