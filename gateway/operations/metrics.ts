import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { processMetrics } from "../../subgraphs/index.js";
import type { CacheObserver, CacheOutcome } from "../cache/cache-observer.js";
import type { BreakerState } from "../supergraph/transport/breaker.js";
import type { TransportObserver } from "../supergraph/transport/observe.js";

/** How an operation ended: in full, with some places empty, with none of its data, or given up as whoever asked left. */
export type OperationOutcome = "complete" | "partial" | "failed" | "left";
export type Phase = "plan" | "execute" | "serialise";

/** How the connections to one subgraph over HTTP stand. */
export interface HttpPoolState {
  readonly connected: number;
  readonly free: number;
  readonly running: number;
  readonly queued: number;
}

// From a cached answer to the longest operation there may be.
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Everything that is measured of one hub, by who measures it. No label holds what a caller chose: names of operations
 * come from a list, the others are « other ».
 */
export class HubMetrics {
  readonly registry = new Registry();
  // From now on: the event loop is watched over from the start, not from the first reading.
  readonly #process = processMetrics();
  readonly #registers = [this.registry];
  readonly #addedUp = new Map<object, (() => void)[]>();

  readonly #requests = this.#histogram("http_request", "Requests on the public port.", ["door", "status"]);
  readonly #operations = this.#histogram("operation", "Operations that were executed.", [
    "door",
    "operation",
    "outcome",
  ]);
  readonly #phases = this.#histogram("operation_phase", "Parts of operations.", ["phase"]);
  readonly #fetches = this.#histogram("fetch", "Fetches of query plans.", ["subgraph", "outcome"]);
  readonly #shared = this.#counter("fetches_shared_total", "Fetches answered by one that was under way.", [
    "subgraph",
  ]);
  readonly #plans = this.#counter(
    "plans_total",
    "Operations by whether a plan was kept (hit) or made (miss).",
    ["door", "outcome"],
  );
  readonly #cached = this.#counter("cache_requests_total", "Answers looked for in a cache.", [
    "cache",
    "outcome",
  ]);
  readonly #cacheEvents = this.#counter("cache_events_total", "What else befell a cache.", [
    "cache",
    "event",
  ]);
  readonly #refusals = this.#counter("guard_refusals_total", "Requests that the guard refused.", [
    "door",
    "code",
  ]);
  readonly #limited = this.#counter("rate_limited_total", "Requests above a limit of rate.", ["limit"]);
  readonly #reloads = this.#counter(
    "supergraph_reloads_total",
    "New supergraphs, by whether they were taken.",
    ["door", "outcome"],
  );
  readonly #loadedAt = this.#gauge("supergraph_loaded_timestamp_seconds", "When the supergraph was taken.", [
    "door",
  ]);
  readonly #breakers = this.#gauge("breaker_state", "0 closed, 1 half-open, 2 open.", ["subgraph"]);

  /** One request on the public port, refused and cached ones too. */
  request(door: string, status: number, seconds: number): void {
    this.#requests.observe({ door, status }, seconds);
  }

  operation(door: string, operation: string, outcome: OperationOutcome, seconds: number): void {
    this.#operations.observe({ door, operation, outcome }, seconds);
  }

  phase(phase: Phase, seconds: number): void {
    this.#phases.observe({ phase }, seconds);
  }

  /** To be told what happens on the way to the subgraphs. */
  readonly transports = {
    onFetch: (subgraph, outcome, ms) => this.#fetches.observe({ subgraph, outcome }, ms / 1_000),
    onShared: (subgraph) => this.#shared.inc({ subgraph }),
    onBreaker: (subgraph, state) => this.#breakers.set({ subgraph }, breakerStates.indexOf(state)),
  } satisfies TransportObserver;

  plan(door: string, outcome: "hit" | "miss"): void {
    this.#plans.inc({ door, outcome });
  }

  /** To be told what a cache does; what it is told most is counted for next to nothing. */
  cache(name: string): Required<CacheObserver> {
    const answered = (outcome: CacheOutcome): (() => void) =>
      this.#addingUp(this.#cached, { cache: name, outcome });
    const told = {
      hit: answered("hit"),
      stale: answered("stale"),
      shared: answered("shared"),
      miss: answered("miss"),
      passed: answered("passed"),
    };
    return {
      onAnswer: (outcome) => told[outcome](),
      onNotModified: this.#addingUp(this.#cacheEvents, { cache: name, event: "not-modified" }),
      onEviction: () => this.#cacheEvents.inc({ cache: name, event: "evicted" }),
      onInvalidation: (answers) => this.#cacheEvents.inc({ cache: name, event: "invalidated" }, answers),
    };
  }

  guardRefusal(door: string, code: string): void {
    this.#refusals.inc({ door, code });
  }

  rateLimited(limit: string): void {
    this.#limited.inc({ limit });
  }

  reload(door: string, outcome: "taken" | "unchanged" | "refused"): void {
    this.#reloads.inc({ door, outcome });
    if (outcome === "taken") this.loaded(door);
  }

  loaded(door: string): void {
    this.#loadedAt.setToCurrentTime({ door });
  }

  /** Measures connections to subgraphs over HTTP at each reading. */
  watchHttpPools(pools: () => Iterable<readonly [string, HttpPoolState]>): void {
    this.watch(
      "http_pool",
      "Connections and requests to a subgraph over HTTP.",
      ["subgraph", "state"],
      (set) => {
        for (const [subgraph, { connected, free, running, queued }] of pools()) {
          set({ subgraph, state: "connected" }, connected);
          set({ subgraph, state: "free" }, free);
          set({ subgraph, state: "running" }, running);
          set({ subgraph, state: "queued" }, queued);
        }
      },
    );
  }

  /** Measures how much a cache holds at each reading. */
  watchCache(cache: string, held: () => { readonly entries: number; readonly bytes: number }): void {
    if (this.#caches.size === 0)
      this.watch("cache_held", "What a cache holds.", ["cache", "unit"], (set) => {
        for (const [name, read] of this.#caches) {
          const { entries, bytes } = read();
          set({ cache: name, unit: "entries" }, entries);
          set({ cache: name, unit: "bytes" }, bytes);
        }
      });
    this.#caches.set(cache, held);
  }
  readonly #caches = new Map<string, () => { readonly entries: number; readonly bytes: number }>();

  /** Measures something at each reading. */
  watch<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    read: (set: (labels: Record<Label, string>, value: number) => void) => void | Promise<void>,
    ofSeveralWorkers: "sum" | "max" = "sum",
  ): void {
    new Gauge({
      name: `carrefour_${name}`,
      help,
      labelNames,
      aggregator: ofSeveralWorkers,
      registers: this.#registers,
      async collect() {
        this.reset();
        await read((labels, value) => this.set(labels as never, value));
      },
    });
  }

  /** The registries of this hub and of its process: what /metrics tells. */
  text(): Promise<string> {
    return this.#all().metrics();
  }

  /** The same as plain data. */
  measured(): Promise<object[]> {
    return this.#all().getMetricsAsJSON();
  }

  #all = (): Registry => Registry.merge([this.#process, this.registry]);

  /** What is told thousands of times a second: added up here, and counted at each reading. */
  #addingUp<Label extends string>(counter: Counter<Label>, labels: Record<Label, string>): () => void {
    let told = 0;
    const count = (): void => {
      if (told > 0) counter.inc(labels as never, told);
      told = 0;
    };
    this.#addedUp.set(counter, [...(this.#addedUp.get(counter) ?? []), count]);
    return () => void (told += 1);
  }

  #histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    const told = { name: `carrefour_${name}_duration_seconds`, help, labelNames, buckets: durations };
    return new Histogram({ ...told, registers: this.#registers });
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    const addedUp = this.#addedUp;
    return new Counter({
      name: `carrefour_${name}`,
      help,
      labelNames,
      registers: this.#registers,
      collect() {
        addedUp.get(this)?.forEach((count) => count());
      },
    });
  }

  #gauge<Label extends string>(name: string, help: string, labelNames: Label[]): Gauge<Label> {
    // Of several workers, the worst or the latest is told.
    const aggregator = "max";
    return new Gauge({ name: `carrefour_${name}`, help, labelNames, aggregator, registers: this.#registers });
  }
}

const breakerStates: readonly BreakerState[] = ["closed", "half-open", "open"];
