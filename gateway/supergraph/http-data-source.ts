import { type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from "@apollo/gateway";
import { hopHeader, type SecretSource, signHop, type SubgraphName } from "../../subgraphs/index.js";
import { unavailableErrors } from "./unavailable.js";
import type { RequestContext } from "./request-context.js";

type Fetcher = RemoteGraphQLDataSource["fetcher"];
type Answer = Awaited<ReturnType<RemoteGraphQLDataSource["process"]>>;

// A subgraph that hangs costs its own fields after this long, not the whole answer.
const longestFetchMs = 5_000;

// How the request id travels from the data source to its fetcher; the subgraph reads it in the hop.
const requestIdHeader = "x-request-id";

export interface HttpDataSourceOptions {
  readonly subgraph: SubgraphName;
  readonly url: string;
  readonly hopSecrets: SecretSource;
  /** Told why a fetch failed; the caller is only told that a part is missing. */
  readonly onFailure: (error: unknown) => void;
}

/** Sends a fetch with the hop that lets it in: signed last, for the very bytes that leave. */
const signingFetcher =
  ({ subgraph, hopSecrets }: HttpDataSourceOptions) =>
  (
    url: string,
    init: { method: string; headers: Record<string, string>; body: string },
  ): Promise<Response> => {
    const { [requestIdHeader]: requestId = "", ...headers } = init.headers;
    const token = headers.authorization?.slice("Bearer ".length) ?? null;
    const caller = token === null ? "public" : "token";
    const hop = signHop(hopSecrets, { subgraph, requestId, caller, token, body: init.body });
    return fetch(url, {
      ...init,
      headers: { ...headers, [hopHeader]: hop },
      redirect: "error",
      signal: AbortSignal.timeout(longestFetchMs),
    });
  };

/** Sends a fetch of the query plan to a subgraph over HTTP, with the caller's token, which the subgraph verifies again. */
export class HttpDataSource extends RemoteGraphQLDataSource {
  constructor(private readonly options: HttpDataSourceOptions) {
    super({ url: options.url, fetcher: signingFetcher(options) as unknown as Fetcher });
  }

  /** A subgraph that does not answer costs its own fields: the failure is told at each of them. */
  override async process(options: GraphQLDataSourceProcessOptions): Promise<Answer> {
    try {
      const answer = await super.process(options);
      Object.assign((options.context as Partial<RequestContext>).extensions ?? {}, answer.extensions);
      return answer;
    } catch (error) {
      this.options.onFailure(error);
      const { query, variables } = options.request;
      return { errors: unavailableErrors(query ?? "", variables) } as unknown as Answer;
    }
  }

  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions): void {
    const { authorization, requestId, subgraphsCalled } = context as Partial<RequestContext>;
    subgraphsCalled?.push(this.options.subgraph);
    if (authorization) request.http?.headers.set("authorization", authorization);
    if (requestId) request.http?.headers.set(requestIdHeader, requestId);
  }
}
