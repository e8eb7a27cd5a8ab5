import { NoAnswer } from "./no-answer.js";
import type { Transport } from "./transport.js";

export interface LimitOptions {
  /** Fetches on their way at a time. */
  readonly mostAtOnce: number;
  /** Fetches that wait for their turn; one more is refused. */
  readonly mostWaiting: number;
}

/** Holds the fetches of one subgraph within a number, those that wait for their turn too: what hangs costs no more. */
export function limited<Context>(
  next: Transport<Context>,
  { mostAtOnce, mostWaiting }: LimitOptions,
): Transport<Context> {
  let underWay = 0;
  const waiting = new Set<() => void>();
  return {
    async send(operation, context, wait) {
      if (underWay >= mostAtOnce) {
        if (waiting.size >= mostWaiting) throw new NoAnswer("busy", `${waiting.size} fetches wait`);
        await new Promise<void>((resolve, reject) => {
          const begin = (): void => {
            // Taken here rather than after the wait, so that nobody comes in between.
            underWay += 1;
            resolve();
          };
          waiting.add(begin);
          wait?.onEnd((reason) => {
            if (waiting.delete(begin)) reject(reason);
          });
        });
      } else {
        underWay += 1;
      }
      try {
        return await next.send(operation, context, wait);
      } finally {
        underWay -= 1;
        const [first] = waiting;
        if (first) waiting.delete(first);
        first?.();
      }
    },
    close: () => next.close(),
  };
}
