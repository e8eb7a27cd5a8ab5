import type { Clock } from "./clock.js";
import type { DatabaseAddress } from "./database-address.js";
import { prepareRoles } from "./database-roles.js";
import { SubgraphDatabase } from "./database.js";
import { type ErrorLog, runSubgraph, type RunningSubgraph } from "./execute.js";
import { migrate } from "./migrate.js";
import type { Subgraph } from "./subgraph.js";

export interface OpeningSubgraph {
  readonly address: DatabaseAddress;
  /** Plants the seeds of the subgraph when something is missing. */
  readonly seed: (subgraph: Subgraph, address: DatabaseAddress) => Promise<boolean>;
  readonly logError: ErrorLog;
  readonly clock: Clock;
}

/** Brings a subgraph's database up to date, then makes it answer. Throws StartError when it cannot. */
export async function openSubgraph(subgraph: Subgraph, opening: OpeningSubgraph): Promise<RunningSubgraph> {
  await prepareRoles(opening.address, subgraph.schemas);
  await migrate(opening.address, subgraph.schemas, subgraph.migrations);
  await opening.seed(subgraph, opening.address);
  const database = new SubgraphDatabase(opening.address, subgraph.entities);
  await database.published();
  return runSubgraph(subgraph.build(), database, opening.logError, opening.clock);
}
