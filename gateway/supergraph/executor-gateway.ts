import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import type { GraphQLSchema } from "graphql";
import type { Executor } from "./executor/index.js";
import type { RequestContext } from "./request-context.js";
import { WrittenData } from "./written-data.js";

type Listener = Parameters<GatewayInterface["onSchemaLoadOrUpdate"]>[0];

/** An executor as Apollo Server takes it. */
export interface ExecutorGateway extends GatewayInterface {
  /** Tells the server of the executor's schema, after a reload. */
  publishSchema(): void;
}

/** Lets Apollo Server answer by an executor: the server reads and validates documents, the executor does the rest. */
export function executorGateway(
  executor: Executor<RequestContext>,
  write: Executor<RequestContext>["write"],
  supergraphSdl: () => string,
): ExecutorGateway {
  const listeners = new Set<Listener>();
  const publishSchema = (): void => {
    for (const listener of listeners)
      listener({ apiSchema: executor.schema, coreSupergraphSdl: supergraphSdl() });
  };
  const execute: GatewayExecutor = async ({ request, source, document, schema, context }) => {
    const answer = await write(
      {
        query: source,
        document,
        // The server hands back the schema that it validated over: a reload in between changes nothing.
        schema: schema as GraphQLSchema,
        variables: request.variables,
        operationName: request.operationName,
      },
      context as RequestContext,
    );
    return "dataBytes" in answer ? { data: new WrittenData(answer.dataBytes) as never } : answer;
  };
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      publishSchema();
      return { executor: execute };
    },
    stop: () => executor.close(),
    publishSchema,
  };
}
