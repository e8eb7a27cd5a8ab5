import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import type { QueryPlan } from "@apollo/query-planner";
import { type ExecutionResult, Kind, type OperationDefinitionNode } from "graphql";
import type { Federation } from "../federation/federation.js";
import type { SubgraphDesk } from "../federation/subgraph-desk.js";
import type { World } from "../world/world.js";
import { type Contestant, plain } from "./contestant.js";

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The executor of @apollo/gateway, as Apollo Server would call it; tells each plan. */
export async function stockGateway(
  { supergraphSdl }: Federation,
  desk: SubgraphDesk,
  onPlan: (plan: QueryPlan) => void,
): Promise<Contestant> {
  const sourceOf = (name: string): GraphQLDataSource => ({
    async process({ request, context }) {
      const { query = "", variables = {}, operationName } = request;
      return (await desk.answer(name, { query, variables, operationName }, context as World)) as never;
    },
  });
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name),
    experimental_didResolveQueryPlan: ({ queryPlan }) => onPlan(queryPlan),
    experimental_approximateQueryPlanStoreMiB: 5,
    logger: silent,
  });
  const { schema, executor } = await gateway.load();
  return {
    name: "@apollo/gateway",
    async ask({ query, document, variables, operationName }, world) {
      world.begin();
      const operation = document.definitions.find(
        (definition): definition is OperationDefinitionNode =>
          definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
      );
      const answer = await executor({
        request: { query, variables, operationName },
        ...{ document, operation, operationName: operationName ?? null, source: query, queryHash: query },
        ...{ schema, context: world, logger: silent, metrics: {}, cache: undefined },
      } as never);
      return plain(answer as ExecutionResult);
    },
    close: () => gateway.stop(),
  };
}
