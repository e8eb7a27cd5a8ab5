import type { SubgraphName } from "../../../subgraphs/index.js";
import type { BreakerState } from "./breaker.js";
import { kindOf, type NoAnswerKind } from "./no-answer.js";
import type { Transport } from "./transport.js";

/** How a fetch ended: answered in full or with errors, or not at all. */
export type FetchOutcome = "complete" | "errors" | "internal" | NoAnswerKind;

/** Told what happens on the way to the subgraphs; for measuring it. */
export interface TransportObserver {
  /** @param ms from when it was asked for, its wait for a turn included */
  onFetch?(subgraph: SubgraphName, outcome: FetchOutcome, ms: number): void;
  /** A fetch was answered by one that was under way. */
  onShared?(subgraph: SubgraphName): void;
  /** A query that did not reach its subgraph is sent once more. */
  onRetry?(subgraph: SubgraphName): void;
  onBreaker?(subgraph: SubgraphName, state: BreakerState): void;
}

export interface ObserveOptions<Context> {
  readonly onFetch: (outcome: FetchOutcome, ms: number) => void;
  /** Told why no answer came, unless a limit of the gateway's own says it. */
  readonly onFailure: (error: unknown, context: Context) => void;
}

/** Tells how each fetch ended. */
export const observed = <Context>(
  next: Transport<Context>,
  { onFetch, onFailure }: ObserveOptions<Context>,
): Transport<Context> => ({
  async send(operation, context, wait) {
    const startedAt = performance.now();
    let outcome: FetchOutcome = "complete";
    try {
      const answer = await next.send(operation, context, wait);
      if (answer.errors) outcome = "errors";
      return answer;
    } catch (error) {
      outcome = kindOf(error) ?? "internal";
      if (!ownLimits.has(outcome)) onFailure(error, context);
      throw error;
    } finally {
      onFetch(outcome, performance.now() - startedAt);
    }
  },
  close: () => next.close(),
});

const ownLimits: ReadonlySet<FetchOutcome> = new Set([
  "busy",
  "breaker-open",
  "operation-over",
  "asker-left",
]);
