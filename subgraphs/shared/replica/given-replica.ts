import { variableOf } from "../environment.js";
import type { SubgraphName } from "../subgraph-name.js";
import type { ReplicaSettings } from "./replica.js";

/** The variables that tell of replicas, and those of the servers that they copy. */
export interface ReplicaVariables {
  readonly DATABASE_REPLICA_URL?: string | undefined;
  readonly DATABASE_REPLICA_LAG_SECONDS: number;
}

/** A replica as the environment tells of it. */
export type GivenReplica = Omit<ReplicaSettings, "onTold">;

/** The replica that a subgraph reads from; a subgraph with a server of its own needs a replica of its own. */
export function givenReplica(told: ReplicaVariables, subgraph: SubgraphName): GivenReplica | null {
  const byName = told as unknown as Readonly<Record<string, string | undefined>>;
  const hasOwnServer = byName[variableOf("DATABASE_URL", subgraph)] !== undefined;
  const url =
    byName[variableOf("DATABASE_REPLICA_URL", subgraph)] ??
    (hasOwnServer ? undefined : told.DATABASE_REPLICA_URL);
  return url === undefined ? null : { url, mostLagSeconds: told.DATABASE_REPLICA_LAG_SECONDS };
}

/** What the log says of a replica. */
export const replicaWords = {
  serves: "the replica serves reads",
  behind: "the replica is too far behind: the primary serves its reads",
  away: "the replica is away: the primary serves its reads",
} as const;
