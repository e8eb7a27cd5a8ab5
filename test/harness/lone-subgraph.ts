import {
  type Clock,
  hopSecretsOf,
  openSubgraph,
  type PeerTransport,
  type SecretSource,
  type Subgraph,
  subgraphServer,
  type TokenVerifier,
} from "../../subgraphs/index.js";
import { suiteRoleSecret, type TestDatabase } from "./database.js";

/** What hops of the suite are signed with, as every process that is told the suite's role secret derives it. */
export const suiteHopSecrets: SecretSource = hopSecretsOf({ DATABASE_ROLE_SECRET: suiteRoleSecret });

/** A subgraph that answers by itself over HTTP. */
export interface LoneSubgraph {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a subgraph as `subgraphs/start.ts` does, on a port of its own. */
export async function serveAlone(
  subgraph: Subgraph,
  database: TestDatabase,
  options: {
    readonly peers: PeerTransport;
    readonly verify: TokenVerifier;
    readonly clock: Clock;
    readonly hopSecrets?: SecretSource;
    readonly onStatement?: (sql: string) => void;
    readonly onRefusal?: (reason: string) => void;
  },
): Promise<LoneSubgraph> {
  const running = await openSubgraph(subgraph, {
    address: database.address,
    seed: async () => ({ isDemonstration: true }),
    logError: () => undefined,
    logTaskFailure: () => undefined,
    clock: options.clock,
    peers: options.peers,
    onStatement: options.onStatement,
  });
  const app = subgraphServer(running, options.verify, options.hopSecrets ?? suiteHopSecrets, {
    onRefusal: options.onRefusal ?? (() => undefined),
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url: `${address}/graphql`,
    async stop() {
      await app.close();
      await running.close();
    },
  };
}
