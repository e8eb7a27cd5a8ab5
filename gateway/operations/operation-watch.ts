import { beginSpan, type Traced } from "../../subgraphs/index.js";

/** How long the fetches of one subgraph took in an operation, and how many there were. */
export interface FetchTimes {
  readonly count: number;
  readonly ms: number;
}

/** What is measured of one operation while it runs; in its context, where whoever does a part of it writes it. */
export class OperationWatch {
  /** Its span; null when nobody traces. */
  traced: Traced | null = null;
  /** What the planner took; 0 for a plan that was kept. */
  planMs = 0;
  /** From the plan to the end of the last fetch. */
  executeMs = 0;
  /** From there to the answer's text: null propagation, its shape, writing it. */
  serialiseMs = 0;
  #lastFetchEndedAt: number | null = null;
  readonly #fetches = new Map<string, FetchTimes>();

  /** A plan was made, just now. */
  planned(ms: number): void {
    this.planMs += ms;
    if (this.traced) beginSpan("plan", this.traced.context, { startTime: Date.now() - ms })?.end();
  }

  /** The whole ended just now, after so many milliseconds. */
  executed(ms: number): void {
    if (this.#lastFetchEndedAt !== null) this.serialiseMs = performance.now() - this.#lastFetchEndedAt;
    this.executeMs = Math.max(0, ms - this.planMs - this.serialiseMs);
  }

  /** A fetch ended, after so many milliseconds. */
  fetched(subgraph: string, ms: number): void {
    const { count, ms: before } = this.#fetches.get(subgraph) ?? { count: 0, ms: 0 };
    this.#lastFetchEndedAt = performance.now();
    this.#fetches.set(subgraph, { count: count + 1, ms: before + ms });
  }

  /** By subgraph, for a line of the log. */
  fetches(): Readonly<Record<string, FetchTimes>> {
    return Object.fromEntries(
      [...this.#fetches].map(([subgraph, { count, ms }]) => [subgraph, { count, ms: Math.round(ms) }]),
    );
  }
}
