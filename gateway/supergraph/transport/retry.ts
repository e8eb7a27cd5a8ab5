import { kindOf } from "./no-answer.js";
import type { Transport } from "./transport.js";

/**
 * Sends a query once more when the subgraph was not reached: a kept connection that the other end had just closed, a
 * process that starts anew. A mutation may have been carried out all the same, and what came too late would again.
 */
export const retried = <Context>(next: Transport<Context>, onRetry?: () => void): Transport<Context> => ({
  async send(operation, context, wait) {
    try {
      return await next.send(operation, context, wait);
    } catch (error) {
      if (operation.kind !== "query" || kindOf(error) !== "unreachable") throw error;
      onRetry?.();
      return next.send(operation, context, wait);
    }
  },
  close: () => next.close(),
});
