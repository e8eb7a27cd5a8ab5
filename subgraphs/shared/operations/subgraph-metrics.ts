import { Counter, Gauge, type Registry } from "prom-client";
import type { PoolState } from "../database.js";

/** One subgraph as far as its database is measured. */
export interface MeasuredSubgraph {
  readonly name: string;
  pools(): readonly PoolState[];
}

/** What is measured of the databases of the subgraphs of one process. */
export interface SubgraphMetrics {
  /** To be told each statement that a subgraph sends. */
  statementOf(subgraph: string): () => void;
}

/** Measures statements and pools; `subgraphs` is asked at each reading. */
export function subgraphMetrics(
  registry: Registry,
  subgraphs: () => readonly MeasuredSubgraph[],
): SubgraphMetrics {
  const registers = [registry];
  const statements = new Counter({
    name: "carrefour_statements_total",
    help: "Statements sent to PostgreSQL.",
    labelNames: ["subgraph"],
    registers,
  });
  const eachPool = (tell: (labels: { subgraph: string; role: string }, pool: PoolState) => void): void =>
    subgraphs().forEach(({ name, pools }) =>
      pools().forEach((pool) => tell({ subgraph: name, role: pool.role }, pool)),
    );
  new Gauge({
    name: "carrefour_database_connections",
    help: "Connections to PostgreSQL, by whether they work or lie idle; `most` is how many there may be.",
    labelNames: ["subgraph", "role", "state"],
    registers,
    collect() {
      this.reset();
      eachPool((labels, { size, idle, most }) => {
        this.set({ ...labels, state: "busy" }, size - idle);
        this.set({ ...labels, state: "idle" }, idle);
        this.set({ ...labels, state: "most" }, most);
      });
    },
  });
  new Gauge({
    name: "carrefour_database_waiting",
    help: "Operations that wait for a connection to PostgreSQL.",
    labelNames: ["subgraph", "role"],
    registers,
    collect() {
      this.reset();
      eachPool((labels, { waiting }) => this.set(labels, waiting));
    },
  });
  return {
    statementOf(subgraph) {
      const child = statements.labels({ subgraph });
      return () => child.inc();
    },
  };
}
