import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormattedExecutionResult } from "graphql";
import { schemaFolder } from "../../../gateway/hub.js";
import { createExecutor } from "../../../gateway/supergraph/executor/index.js";
import { inProcessTransport } from "../../../gateway/supergraph/transport/in-process.js";
import {
  peerTransport,
  type Principal,
  runSubgraph,
  type RunningSubgraph,
  type SubgraphName,
  subgraphs,
} from "../../../subgraphs/index.js";
import { aDatabase, testDay, type TestDatabase } from "../../harness/database.js";

/** The whole authenticated schema on the demonstration, asked as any caller without the door's own checks. */
export interface MatrixHub {
  readonly database: TestDatabase;
  /** Every statement sent to PostgreSQL. */
  readonly statements: readonly string[];
  ask(
    principal: Principal,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<FormattedExecutionResult<Record<string, unknown>>>;
  /** One subgraph, asked without the gateway. */
  lone(name: SubgraphName): RunningSubgraph;
  close(): Promise<void>;
}

/** Starts the gateway and its subgraphs in this process: what is refused here is refused by the subgraphs themselves. */
export async function aMatrixHub(): Promise<MatrixHub> {
  const database = await aDatabase("demo");
  const statements: string[] = [];
  const running = new Map<string, RunningSubgraph>();
  for (const subgraph of subgraphs) {
    const pools = database.of(subgraph);
    pools.observe((sql) => statements.push(sql));
    running.set(
      subgraph.name,
      runSubgraph(
        subgraph.build(),
        pools,
        () => undefined,
        () => testDay,
        peerTransport((name) => running.get(name) ?? null),
      ),
    );
  }
  const lone = (name: string): RunningSubgraph => {
    const found = running.get(name);
    if (!found) throw new Error(`no subgraph ${name}`);
    return found;
  };
  const executor = createExecutor<{ readonly principal: Principal; readonly requestId: string }>(
    readFileSync(join(schemaFolder, "supergraph.graphql"), "utf8"),
    { transportOf: (name) => inProcessTransport(lone(name)) },
  );
  return {
    database,
    statements,
    lone,
    ask: async (principal, query, variables = {}) =>
      (await executor.execute(
        { query, variables },
        { principal, requestId: "matrix" },
      )) as FormattedExecutionResult<Record<string, unknown>>,
    async close() {
      await executor.close();
      await database.drop();
    },
  };
}
