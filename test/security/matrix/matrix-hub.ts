import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import type { FormattedExecutionResult } from "graphql";
import { schemaFolder } from "../../../gateway/hub.js";
import { InProcessDataSource } from "../../../gateway/supergraph/in-process-data-source.js";
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

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

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
        nothing,
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
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(join(schemaFolder, "supergraph.graphql"), "utf8"),
    buildService: ({ name }) => new InProcessDataSource(name as SubgraphName, lone(name)),
    logger: silent,
  });
  const server = new ApolloServer({ gateway, logger: silent, includeStacktraceInErrorResponses: false });
  await server.start();
  return {
    database,
    statements,
    lone,
    async ask(principal, query, variables = {}) {
      const contextValue = { principal, requestId: "matrix", subgraphsCalled: [], extensions: {} };
      const { body } = await server.executeOperation({ query, variables }, { contextValue });
      if (body.kind !== "single") throw new Error("expected one answer");
      return body.singleResult;
    },
    async close() {
      await server.stop();
      await database.drop();
    },
  };
}
