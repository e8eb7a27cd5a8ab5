import { type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from "@apollo/gateway";
import type { SubgraphName } from "../../subgraphs/index.js";
import { unavailableErrors } from "./unavailable.js";
import type { RequestContext } from "./request-context.js";

type Fetcher = RemoteGraphQLDataSource["fetcher"];
type Answer = Awaited<ReturnType<RemoteGraphQLDataSource["process"]>>;

// A subgraph that hangs costs its own fields after this long, not the whole answer.
const longestFetchMs = 5_000;

const fetchInTime = (url: string, init: RequestInit): Promise<Response> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(longestFetchMs) });

/** Sends a fetch of the query plan to a subgraph over HTTP, with the caller's token, which the subgraph verifies again. */
export class HttpDataSource extends RemoteGraphQLDataSource {
  constructor(
    private readonly name: SubgraphName,
    url: string,
    /** Told why a fetch failed; the caller is only told that a part is missing. */
    private readonly onFailure: (error: unknown) => void,
  ) {
    super({ url, fetcher: fetchInTime as unknown as Fetcher });
  }

  /** A subgraph that does not answer costs its own fields: the failure is told at each of them. */
  override async process(options: GraphQLDataSourceProcessOptions): Promise<Answer> {
    try {
      const answer = await super.process(options);
      Object.assign((options.context as Partial<RequestContext>).extensions ?? {}, answer.extensions);
      return answer;
    } catch (error) {
      this.onFailure(error);
      const { query, variables } = options.request;
      return { errors: unavailableErrors(query ?? "", variables) } as unknown as Answer;
    }
  }

  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions): void {
    const { authorization, requestId, subgraphsCalled } = context as Partial<RequestContext>;
    subgraphsCalled?.push(this.name);
    if (authorization) request.http?.headers.set("authorization", authorization);
    if (requestId) request.http?.headers.set("x-request-id", requestId);
  }
}
