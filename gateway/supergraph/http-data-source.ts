import { type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from "@apollo/gateway";
import type { SubgraphName } from "../../subgraphs/index.js";
import type { RequestContext } from "./request-context.js";

/** Sends a fetch of the query plan to a subgraph over HTTP, with the caller's token, which the subgraph verifies again. */
export class HttpDataSource extends RemoteGraphQLDataSource {
  constructor(
    private readonly name: SubgraphName,
    url: string,
  ) {
    super({ url });
  }

  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions): void {
    const { authorization, requestId, subgraphsCalled } = context as Partial<RequestContext>;
    subgraphsCalled?.push(this.name);
    if (authorization) request.http?.headers.set("authorization", authorization);
    if (requestId) request.http?.headers.set("x-request-id", requestId);
  }
}
