import { NoAnswer } from "./no-answer.js";
import type { Transport } from "./transport.js";
import { Wait } from "./wait.js";

export interface TimeOptions<Context> {
  /**
   * How long the answer to a query is waited for; null: as long as the operation may take. A mutation always has the
   * operation's time, for what is given up may be carried out all the same.
   */
  readonly queryTimeoutMs: number | null;
  /** How long the whole operation may take. */
  readonly operationTimeoutMs: number;
  /** When the operation began, by `performance.now()`. */
  readonly startedAt: (context: Context) => number;
}

/**
 * Holds each fetch within its subgraph's time, and all fetches of one operation within the operation's: what is under
 * way at the end is no longer waited for, what would follow is not asked.
 */
export const inTime = <Context>(
  next: Transport<Context>,
  { queryTimeoutMs, operationTimeoutMs, startedAt }: TimeOptions<Context>,
): Transport<Context> => ({
  async send(operation, context, wait = new Wait()) {
    if (wait.reason) throw wait.reason;
    const left = startedAt(context) + operationTimeoutMs - performance.now();
    if (left <= 0) throw operationIsOver(operationTimeoutMs);
    const ownTime = operation.kind === "query" ? (queryTimeoutMs ?? Infinity) : Infinity;
    return new Promise((resolve, reject) => {
      const giveUp = (): void =>
        wait.end(
          ownTime <= left
            ? new NoAnswer("too-late", `no answer within ${ownTime} ms`)
            : operationIsOver(operationTimeoutMs),
        );
      const timer = setTimeout(giveUp, Math.min(ownTime, left));
      wait.onEnd((reason) => {
        clearTimeout(timer);
        reject(reason);
      });
      next.send(operation, context, wait).then(
        (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        (error: Error) => {
          clearTimeout(timer);
          reject(error);
        },
      );
    });
  },
  close: () => next.close(),
});

const operationIsOver = (operationTimeoutMs: number): NoAnswer =>
  new NoAnswer("operation-over", `the operation took ${operationTimeoutMs} ms`);
