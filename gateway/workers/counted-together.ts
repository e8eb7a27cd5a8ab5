import { type Counter, windowSeconds } from "../guard/rate/counter.js";
import type { Counted, Total } from "./messages.js";

// What is told later than this counts for the worker alone: how far a caller may overshoot, in time.
const tellEveryMs = 100;

interface Window {
  /** What all workers had counted when the primary last told. */
  known: number;
  /** Told to the primary, not yet answered. */
  told: number;
  /** Counted here since. */
  untold: number;
  endsAt: number;
}

/**
 * Counts of a worker that hold for all workers: each request is judged at once by what is known here, and what was
 * counted goes to the primary ten times a second, which answers with the sum. Asking it for every request would cost
 * more than the request.
 */
export class CountsTogether {
  readonly #windows = new Map<string, Map<string, Window>>();
  #isWaiting = false;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly tell: (counted: readonly Counted[]) => void) {
    this.#timer = setInterval(() => this.#report(), tellEveryMs);
    this.#timer.unref();
  }

  readonly counter = (name: string, points: number): Counter => {
    const windows = new Map<string, Window>();
    this.#windows.set(name, windows);
    return {
      points,
      async add(key, added) {
        const now = Date.now();
        let window = windows.get(key);
        if (window === undefined || window.endsAt <= now)
          windows.set(key, (window = { known: 0, told: 0, untold: 0, endsAt: now + windowSeconds * 1_000 }));
        window.untold += added;
        const counted = window.known + window.told + window.untold;
        return {
          isOver: counted > points,
          remaining: Math.max(0, points - counted),
          msToReset: window.endsAt - now,
        };
      },
    };
  };

  /** What the primary answered. */
  learn(totals: readonly Total[]): void {
    this.#isWaiting = false;
    for (const [name, key, points, endsAt] of totals) {
      const window = this.#windows.get(name)?.get(key);
      if (window) Object.assign(window, { known: points, told: 0, endsAt });
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #report(): void {
    if (this.#isWaiting) return;
    const now = Date.now();
    const counted: Counted[] = [];
    for (const [name, windows] of this.#windows)
      for (const [key, window] of windows) {
        if (window.endsAt <= now) windows.delete(key);
        else if (window.untold > 0) {
          counted.push([name, key, window.untold]);
          window.told += window.untold;
          window.untold = 0;
        }
      }
    if (counted.length === 0) return;
    this.#isWaiting = true;
    this.tell(counted);
  }
}

/** The sums that the primary keeps, each for one minute from its first point. */
export class CountSums {
  readonly #sums = new Map<string, { points: number; endsAt: number }>();
  #sweptAt = 0;

  /** Adds what a worker counted; gives the sums of the same callers. */
  add(counted: readonly Counted[]): Total[] {
    const now = Date.now();
    this.#sweep(now);
    return counted.map(([name, key, points]) => {
      const id = `${name}\n${key}`;
      let sum = this.#sums.get(id);
      if (sum === undefined || sum.endsAt <= now)
        this.#sums.set(id, (sum = { points: 0, endsAt: now + windowSeconds * 1_000 }));
      sum.points += points;
      return [name, key, sum.points, sum.endsAt];
    });
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < windowSeconds * 1_000) return;
    this.#sweptAt = now;
    for (const [id, { endsAt }] of this.#sums) if (endsAt <= now) this.#sums.delete(id);
  }
}
