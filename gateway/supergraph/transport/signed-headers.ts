import {
  carriedHeaders,
  hopHeader,
  type SecretSource,
  signHop,
  type SubgraphName,
} from "../../../subgraphs/index.js";
import type { RequestContext } from "../request-context.js";

const scheme = "Bearer ";

/** What lets a request in at a subgraph: a hop signed for the very bytes that leave, and the caller's token. */
export const signedHeaders =
  (subgraph: SubgraphName, hopSecrets: SecretSource) =>
  (body: string, { authorization, requestId, fetch }: RequestContext): Record<string, string> => {
    const token = authorization?.slice(scheme.length) ?? null;
    const caller = token === null ? "public" : "token";
    return {
      [hopHeader]: signHop(hopSecrets, { subgraph, requestId, caller, token, body }),
      ...(authorization === null ? {} : { authorization }),
      ...(fetch ? carriedHeaders(fetch) : {}),
    };
  };
