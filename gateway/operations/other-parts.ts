import { Redis } from "ioredis";
import { type PartState, stateOf } from "../../subgraphs/index.js";
import type { OtherParts } from "./health.js";
import { keptFor } from "./kept-for.js";

/** What the hub leans on beside its subgraphs, and what lets go of it. */
export interface WatchedParts {
  readonly parts: OtherParts;
  close(): void;
}

// The issuer is another's: it is not asked each time that somebody asks us.
const issuerKeptMs = 10_000;

/** Redis and the token issuer, where the environment names them. */
export function otherParts(told: {
  readonly redisUrl: string | null;
  readonly discoveryUrl: string | null;
}): WatchedParts {
  const parts = new Map<"redis" | "issuer", () => Promise<PartState>>();
  const { redisUrl, discoveryUrl } = told;
  const redis = redisUrl === null ? null : connected(redisUrl);
  if (redis) parts.set("redis", () => stateOf(redis.ping()));
  if (discoveryUrl !== null)
    parts.set(
      "issuer",
      keptFor(issuerKeptMs, () => stateOf(discovered(discoveryUrl))),
    );
  return { parts, close: () => redis?.disconnect() };
}

function connected(url: string): Redis {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => 1_000 });
  // Whoever counts in Redis writes its going and coming to the log; here it is only asked how it is.
  redis.on("error", () => undefined);
  return redis;
}

async function discovered(url: string): Promise<void> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(5_000) });
  await response.body?.cancel();
  if (!response.ok) throw Object.assign(new Error("issuer"), { code: `HTTP ${response.status}` });
}
