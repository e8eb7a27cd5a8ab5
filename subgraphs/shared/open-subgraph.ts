import type { Clock } from "./clock.js";
import type { DatabaseAddress } from "./database-address.js";
import { type StatementObserver, SubgraphDatabase } from "./database.js";
import { type ErrorLog, runSubgraph, type RunningSubgraph } from "./execute.js";
import { prepareDatabase } from "./prepare-database.js";
import type { Subgraph } from "./subgraph.js";

export interface OpeningSubgraph {
  readonly address: DatabaseAddress;
  /** Plants the seeds of the subgraph when something is missing. */
  readonly seed: (
    subgraph: Subgraph,
    address: DatabaseAddress,
  ) => Promise<{ readonly isDemonstration: boolean }>;
  readonly logError: ErrorLog;
  readonly clock: Clock;
  /** Told each statement sent to PostgreSQL; for counting them. */
  readonly onStatement?: StatementObserver | undefined;
}

/** A subgraph that answers, and whether what it tells is for demonstration. */
export interface OpenSubgraph extends RunningSubgraph {
  readonly isDemonstration: boolean;
}

/** Brings a subgraph's database up to date, then makes it answer. Throws StartError when it cannot. */
export async function openSubgraph(subgraph: Subgraph, opening: OpeningSubgraph): Promise<OpenSubgraph> {
  await prepareDatabase(opening.address, subgraph);
  const { isDemonstration } = await opening.seed(subgraph, opening.address);
  const database = new SubgraphDatabase(opening.address, subgraph.entities);
  database.observe(opening.onStatement ?? null);
  await database.published();
  return { ...runSubgraph(subgraph.build(), database, opening.logError, opening.clock), isDemonstration };
}
