import type { RunningSubgraph } from "../../../subgraphs/index.js";
import type { RequestContext } from "../request-context.js";
import type { SubgraphAnswer, Transport } from "./transport.js";

/**
 * Sends fetches to a subgraph of this process: no HTTP, the principal and the wait as objects. Closing it leaves the
 * subgraph open.
 */
export const inProcessTransport = (
  subgraph: Pick<RunningSubgraph, "execute">,
): Transport<Pick<RequestContext, "principal" | "requestId">> => ({
  async send({ query, variables, operationName }, { principal, requestId }, wait) {
    const answer = await subgraph.execute({ query, variables, operationName, principal, requestId, wait });
    return answer as SubgraphAnswer;
  },
  close: async () => undefined,
});
