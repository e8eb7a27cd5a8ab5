import { Redis } from "ioredis";
import type { Logger } from "pino";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { type Counter, counterOf, windowSeconds } from "./counter.js";

/** Makes counters, and lets go of what they need. */
export interface Counts {
  counter(name: string, points: number): Counter;
  close(): void;
}

/** Counts that each hub keeps for itself. */
export const ownCounts = (counter: Counts["counter"]): Counts => ({ counter, close: () => undefined });

// A request waits no longer for a count than this; then the hub counts for itself until Redis answers again.
const longestAnswerMs = 250;
const askAgainMs = 1_000;

/**
 * Counts that several hubs share through Redis. While Redis is away each hub counts for itself, with the same limits:
 * nobody is let in unlimited, nobody is shut out. Its going and coming are one line each in the log.
 */
export function sharedCounts(url: string, ownCounter: Counts["counter"], log: Logger): Counts {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: longestAnswerMs,
    connectTimeout: 2_000,
    retryStrategy: () => askAgainMs,
  });
  let isAway = false;
  const away = (error: unknown): void => {
    if (isAway) return;
    isAway = true;
    log.warn({ err: error }, "Redis is away: each hub counts requests for itself");
  };
  // Without a listener a lost connection would end the process.
  redis.on("error", away);
  redis.on("close", () => away(new Error("connection closed")));
  const asking = setInterval(() => {
    if (!isAway || redis.status !== "ready") return;
    redis.ping().then(
      () => {
        if (!isAway) return;
        isAway = false;
        log.info("Redis is back: hubs share their counts again");
      },
      () => undefined,
    );
  }, askAgainMs);
  asking.unref();
  return {
    counter(name, points) {
      const own = ownCounter(name, points);
      const shared = counterOf(
        new RateLimiterRedis({
          storeClient: redis,
          keyPrefix: `carrefour:${name}`,
          points,
          duration: windowSeconds,
          // Who is over the limit is known here for the rest of the minute.
          inMemoryBlockOnConsumed: points + 1,
        }),
      );
      return {
        points,
        async add(key, added) {
          // Not yet connected is not away: nothing is said of it unless it fails.
          if (isAway || redis.status !== "ready") return own.add(key, added);
          try {
            return await shared.add(key, added);
          } catch (error) {
            away(error);
            return own.add(key, added);
          }
        },
      };
    },
    close() {
      clearInterval(asking);
      redis.disconnect();
    },
  };
}
