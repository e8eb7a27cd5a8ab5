import { Redis } from "ioredis";
import type { Logger } from "pino";

/** Tells other gateways what became known here, and hears what became known there. */
export interface SharedChanges {
  tell(topics: readonly string[]): void;
  /** Waits until what was told is on its way to the others, but not long. */
  told(): Promise<void>;
  close(): void;
}

/** Without Redis each gateway hears of changes from the subgraphs alone. */
export const unsharedChanges: SharedChanges = {
  tell: () => undefined,
  told: async () => undefined,
  close: () => undefined,
};

const channel = "carrefour:changes";
// A steward waits no longer than this for the other gateways; they hear it from the subgraphs all the same.
const longestTellMs = 250;
const askAgainMs = 1_000;
// One that says more than this says nothing that is known.
const mostTopics = 1_000;

/**
 * Shares changes through Redis. It only adds to what subgraphs tell: a gateway whose mutation changed something tells the
 * others in the same breath, before whoever asked is answered. Redis away, hanging or started anew costs nothing but that.
 */
export function sharedChanges(
  url: string,
  heard: (topics: readonly string[]) => void,
  log: Logger,
): SharedChanges {
  const options = {
    maxRetriesPerRequest: 0,
    commandTimeout: longestTellMs,
    connectTimeout: 2_000,
    retryStrategy: () => askAgainMs,
  };
  const teller = new Redis(url, { ...options, enableOfflineQueue: false });
  // What it subscribed to is subscribed to again with each connection.
  const listener = new Redis(url, { ...options, commandTimeout: 5_000, maxRetriesPerRequest: null });
  let isAway = false;
  for (const redis of [teller, listener])
    redis.on("error", (error: unknown) => {
      if (!isAway)
        log.warn({ err: error }, "Redis is away: gateways hear of changes from the subgraphs alone");
      isAway = true;
    });
  teller.on("ready", () => (isAway = false));
  listener.subscribe(channel).catch(() => undefined);
  listener.on("message", (_, message) => {
    const topics = topicsOf(message);
    if (topics.length > 0) heard(topics);
  });
  let telling: Promise<unknown> = Promise.resolve();
  return {
    tell(topics) {
      if (teller.status !== "ready") return;
      telling = Promise.all([telling, teller.publish(channel, JSON.stringify(topics))]).catch(
        () => undefined,
      );
    },
    told: () => telling.then(() => undefined),
    close() {
      teller.disconnect();
      listener.disconnect();
    },
  };
}

// Whoever reaches Redis may say anything on a channel; at worst an answer is computed once more.
function topicsOf(message: string): string[] {
  try {
    const topics: unknown = JSON.parse(message);
    return Array.isArray(topics) && topics.length <= mostTopics
      ? topics.filter((topic): topic is string => typeof topic === "string")
      : [];
  } catch {
    return [];
  }
}
