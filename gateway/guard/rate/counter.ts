import { RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How a caller stands after a request was counted. */
export interface Standing {
  readonly isOver: boolean;
  readonly remaining: number;
  readonly msToReset: number;
}

/** Counts points of callers, minute by minute. */
export interface Counter {
  readonly points: number;
  /** Adds points; rejects only when the counts cannot be reached. */
  add(key: string, points: number): Promise<Standing>;
}

export const windowSeconds = 60;

/** A counter over one of the library's limiters. */
export const counterOf = (limiter: RateLimiterAbstract): Counter => ({
  points: limiter.points,
  async add(key, points) {
    try {
      return standing(await limiter.consume(key, points), false);
    } catch (over) {
      if (over instanceof RateLimiterRes) return standing(over, true);
      throw over;
    }
  },
});

/** A counter of this process alone. */
export const memoryCounter = (name: string, points: number): Counter =>
  counterOf(new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds }));

const standing = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isOver: boolean): Standing => ({
  isOver,
  remaining: Math.max(0, remainingPoints),
  msToReset: msBeforeNext,
});
