import type { KeyObject } from "node:crypto";
import type { Clock } from "./clock.js";
import { runDaily } from "./daily-task.js";
import type { DatabaseAddress } from "./database-address.js";
import { type StatementObserver, SubgraphDatabase } from "./database.js";
import { type ErrorLog, runSubgraph, type RunningSubgraph } from "./execute.js";
import type { PeerTransport } from "./peer.js";
import { prepareDatabase } from "./prepare-database.js";
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
}

/** A subgraph that answers, and whether what it tells is for demonstration. */
export interface OpenSubgraph extends RunningSubgraph {
  readonly name: SubgraphName;
  readonly isDemonstration: boolean;
  /** Sends one of its files; throws a HubError that may be told. */
  sendFile(request: FileRequest): Promise<FileAnswer>;
}

/** Brings a subgraph's database up to date, then makes it answer. Throws StartError when it cannot. */
export async function openSubgraph(subgraph: Subgraph, opening: OpeningSubgraph): Promise<OpenSubgraph> {
  await prepareDatabase(opening.address, subgraph);
  const { isDemonstration } = await opening.seed(subgraph, opening.address);
  const database = new SubgraphDatabase(opening.address, subgraph.entities);
  database.observe(opening.onStatement ?? null);
  await database.published();
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
    sendFile: runFiles(subgraph.files ?? noFiles, { database, clock }, opening.logError),
    async close() {
      await tasks.stop();
      await running.close();
    },
  };
}
