import type { SubgraphName } from "../../../subgraphs/index.js";
import type { RequestContext } from "../request-context.js";
import { hubRefusalOf } from "./hub-refusal.js";
import type { Transport } from "./transport.js";

/**
 * Writes into the operation's context which subgraphs it asked, and what they said beside their data; where no answer
 * came, says it in the hub's words.
 */
export const toldToContext = (
  next: Transport<RequestContext>,
  subgraph: SubgraphName,
  operationTimeoutMs: number,
): Transport<RequestContext> => ({
  async send(operation, context) {
    context.subgraphsCalled.push(subgraph);
    try {
      const answer = await next.send(operation, context);
      if (answer.extensions) Object.assign(context.extensions, answer.extensions);
      return answer;
    } catch (error) {
      throw hubRefusalOf(error, operationTimeoutMs);
    }
  },
  close: () => next.close(),
});
