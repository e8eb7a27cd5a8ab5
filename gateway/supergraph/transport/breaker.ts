/** Closed lets everything through, open nothing, half-open one at a time, to see. */
export type BreakerState = "closed" | "open" | "half-open";

export type Verdict = "answered" | "failed" | "unknown";

export interface BreakerOptions {
  /** Failures in a row after which nothing is let through. */
  readonly mostFailures: number;
  /** How long nothing is let through. */
  readonly openMs: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly onChange: (state: BreakerState) => void;
}

/**
 * Says whether a subgraph is asked at all. Failures are counted in a row, not as a share of what is asked: then a single
 * question that always takes too long cuts nobody off, as long as others are answered meanwhile.
 */
export class Breaker {
  #state: BreakerState = "closed";
  #failures = 0;
  #openedAt = 0;
  #isTrying = false;
  // What was let through before the state changed has no say in what comes after.
  #round = 0;

  constructor(private readonly options: BreakerOptions) {}

  get state(): BreakerState {
    return this.#state;
  }

  get isRefusing(): boolean {
    if (this.#state === "open") return this.options.now() < this.#openedAt + this.options.openMs;
    return this.#state === "half-open" && this.#isTrying;
  }

  /** Lets one fetch through; gives by what to tell how it went, null when it is refused. */
  enter(): number | null {
    if (this.isRefusing) return null;
    if (this.#state === "open") this.#turn("half-open");
    this.#isTrying = this.#state === "half-open";
    return this.#round;
  }

  leave(round: number, verdict: Verdict): void {
    if (round !== this.#round) return;
    this.#isTrying = false;
    if (verdict === "answered") {
      this.#failures = 0;
      if (this.#state === "half-open") this.#turn("closed");
    } else if (verdict === "failed") {
      this.#failures += 1;
      if (this.#state === "half-open" || this.#failures >= this.options.mostFailures) {
        this.#openedAt = this.options.now();
        this.#turn("open");
      }
    }
  }

  #turn(state: BreakerState): void {
    this.#state = state;
    this.#failures = 0;
    this.#round += 1;
    this.options.onChange(state);
  }
}
