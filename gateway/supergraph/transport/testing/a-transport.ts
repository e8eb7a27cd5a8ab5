import type { SubgraphAnswer, SubgraphOperation, Transport } from "../transport.js";
import type { Wait } from "../wait.js";

/** One fetch that came as far as the end of the way. */
export interface Arrived {
  readonly operation: SubgraphOperation;
  readonly context: unknown;
  readonly wait: Wait | undefined;
  answer(data?: Record<string, unknown>): void;
  fail(error: Error): void;
}

/** The end of a way, whose answers the test gives by hand. */
export function anEnd(): { readonly arrived: readonly Arrived[]; readonly transport: Transport } {
  const arrived: Arrived[] = [];
  return {
    arrived,
    transport: {
      send: (operation, context, wait) =>
        new Promise<SubgraphAnswer>((resolve, reject) => {
          arrived.push({
            operation,
            context,
            wait,
            answer: (data = {}) => resolve({ data }),
            fail: reject,
          });
        }),
      close: async () => undefined,
    },
  };
}

/** Lets everything that is ready go on. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
