import { copyOf } from "./copy-of.js";
import { isSame } from "./is-same.js";
import { kindOf } from "./no-answer.js";
import type { SubgraphAnswer, SubgraphOperation, Transport } from "./transport.js";
import { Wait } from "./wait.js";

export interface DeduplicateOptions<Context> {
  /** True when a subgraph would know two requests as those of one and the same caller. */
  readonly isSameCaller: (one: Context, other: Context) => boolean;
  /** When the operation began. */
  readonly startedAt: (context: Context) => number;
  /** The wait of whoever asked the operation; absent where it is carried out whoever waits. */
  readonly askerOf: (context: Context) => Pick<Wait, "onEnd"> | undefined;
  /** How many mutations have ended so far: what is asked after one is not answered by what was asked before. */
  readonly writes: { count: number };
  readonly onShared: () => void;
}

interface Flight<Context> {
  readonly operation: SubgraphOperation;
  readonly context: Context;
  readonly writes: number;
  readonly others: { resolve(answer: SubgraphAnswer): void; reject(error: unknown): void }[];
}

/**
 * Has equal queries of one caller that are under way together asked once; each receives an answer of its own. A mutation
 * is never shared, and nothing is kept once it was answered.
 */
export function deduplicated<Context>(
  next: Transport<Context>,
  { isSameCaller, startedAt, askerOf, writes, onShared }: DeduplicateOptions<Context>,
): Transport<Context> {
  const flights = new Map<string, Flight<Context>[]>();

  function sharedFlight(operation: SubgraphOperation, context: Context): Flight<Context> | undefined {
    return flights.get(operation.query)?.find(
      (flight) =>
        flight.writes === writes.count &&
        flight.operation.operationName === operation.operationName &&
        // Who began earlier would have to leave earlier.
        startedAt(context) >= startedAt(flight.context) &&
        isSameCaller(flight.context, context) &&
        isSame(flight.operation.variables, operation.variables),
    );
  }

  function depart(operation: SubgraphOperation, context: Context): Flight<Context> {
    const flight = { operation, context, writes: writes.count, others: [] };
    const others = flights.get(operation.query);
    if (others) others.push(flight);
    else flights.set(operation.query, [flight]);
    return flight;
  }

  function land(flight: Flight<Context>): void {
    const left = flights.get(flight.operation.query)?.filter((other) => other !== flight) ?? [];
    if (left.length > 0) flights.set(flight.operation.query, left);
    else flights.delete(flight.operation.query);
  }

  const transport: Transport<Context> = {
    async send(operation, context) {
      if (operation.kind !== "query") return next.send(operation, context).finally(() => (writes.count += 1));
      const shared = sharedFlight(operation, context);
      if (shared) {
        onShared();
        try {
          return await new Promise<SubgraphAnswer>((resolve, reject) =>
            shared.others.push({ resolve, reject }),
          );
        } catch (error) {
          // Who asked first had no more time or has gone, not who came later.
          const kind = kindOf(error);
          if (kind === "operation-over" || kind === "asker-left") return transport.send(operation, context);
          throw error;
        }
      }
      const flight = depart(operation, context);
      const wait = new Wait();
      askerOf(context)?.onEnd((reason) => {
        if (flight.others.length === 0) wait.end(reason);
      });
      try {
        const answer = await next.send(operation, context, wait);
        land(flight);
        // Before the first receiver can change its own.
        for (const other of flight.others) other.resolve(copyOf(answer));
        return answer;
      } catch (error) {
        land(flight);
        for (const other of flight.others) other.reject(error);
        throw error;
      } finally {
        wait.forget();
      }
    },
    close: () => next.close(),
  };
  return transport;
}
