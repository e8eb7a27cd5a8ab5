import type { Hub } from "../../gateway/hub.js";
import type { VariantName } from "../../gateway/supergraph/variant-name.js";
import type { AskHub } from "./ask-at.js";
import type { TestDatabase } from "./database.js";

/** A real hub on a real port, with a database of its own. */
export interface TestHub {
  readonly address: string;
  /** The hub itself; absent when it runs elsewhere. */
  readonly hub?: Hub;
  /** The day on which it runs, in Toronto. */
  readonly today: string;
  readonly database: TestDatabase;
  /** Its data folder, which holds the secret of trial tokens. */
  readonly dataDir: string;
  /** Every statement that a hub with its subgraphs in process has sent to PostgreSQL. */
  readonly statements: readonly string[];
  /** The door of each operation that came as far as the planner. */
  readonly plans: readonly VariantName[];
  /** A signed access token of a demonstration account. */
  tokenFor(account: string): Promise<string>;
  /** Asks the public door, or the authenticated one as a demonstration account. */
  ask: AskHub;
  /** Stops one subgraph of a hub over HTTP. */
  stopSubgraph(name: string): Promise<void>;
  close(): Promise<void>;
}
