import type { Counter } from "../../guard/rate/counter.js";

// A caller may go over the limit by what is counted together: a share of it that nobody notices.
const leastPoints = 10_000;
const mostTogether = 50;
const togetherMs = 20;

/**
 * Counts requests that are answered at once a few at a time, so that counting costs less than answering. It is the count
 * of all other requests: who is over it goes the long way, and is told so there.
 */
export class Credit {
  readonly #owed = new Map<string, number>();
  readonly #overUntil = new Map<string, number>();
  #paying: NodeJS.Timeout | null = null;

  constructor(private readonly counter: Counter) {}

  /** Counts a request of an address; false when it is over its limit, or when each request must be counted by itself. */
  take(address: string): boolean {
    if (this.counter.points < leastPoints || this.#overUntil.has(address)) return false;
    const owed = (this.#owed.get(address) ?? 0) + 1;
    this.#owed.set(address, owed);
    if (owed >= mostTogether) this.#pay(address);
    else this.#payLater();
    return true;
  }

  #payLater(): void {
    if (this.#paying === null) this.#paying = setTimeout(() => this.#payAll(), togetherMs).unref();
  }

  #payAll(): void {
    this.#paying = null;
    for (const address of this.#owed.keys()) this.#pay(address);
    const now = performance.now();
    for (const [address, until] of this.#overUntil) if (until <= now) this.#overUntil.delete(address);
    if (this.#overUntil.size > 0) this.#paying = setTimeout(() => this.#payAll(), 1_000).unref();
  }

  #pay(address: string): void {
    const owed = this.#owed.get(address);
    if (owed === undefined) return;
    this.#owed.delete(address);
    this.counter.add(address, owed).then(
      ({ isOver, msToReset }) => {
        if (!isOver) return;
        this.#overUntil.set(address, performance.now() + msToReset);
        this.#payLater();
      },
      // Where counts cannot be reached nobody is shut out.
      () => undefined,
    );
  }
}
