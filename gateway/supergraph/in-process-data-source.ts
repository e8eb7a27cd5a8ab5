import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { publicPrincipal, type RunningSubgraph, type SubgraphName } from "../../subgraphs/index.js";
import type { RequestContext } from "./request-context.js";

type Answer = Awaited<ReturnType<GraphQLDataSource["process"]>>;

/** Sends a fetch of the query plan to a subgraph of this process: no HTTP, the principal as an object. */
export class InProcessDataSource implements GraphQLDataSource {
  constructor(
    private readonly name: SubgraphName,
    private readonly subgraph: RunningSubgraph,
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<Answer> {
    const { principal, requestId, subgraphsCalled, extensions } = context as Partial<RequestContext>;
    subgraphsCalled?.push(this.name);
    const answer = await this.subgraph.execute({
      query: request.query ?? "",
      variables: request.variables,
      operationName: request.operationName,
      principal: principal ?? publicPrincipal,
      requestId: requestId ?? "",
    });
    Object.assign(extensions ?? {}, answer.extensions);
    return answer as Answer;
  }
}
