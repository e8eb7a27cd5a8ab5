import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { HubError, type Principal } from "../../../subgraphs/index.js";
import type { GuardSettings } from "../guard-settings.js";
import { refusalOf } from "../refusal.js";
import { addressKey } from "./address-key.js";
import { type Counter, windowSeconds } from "./counter.js";
import { type Counts, ownCounts, sharedCounts } from "./shared-counts.js";

/** A refused request weighs as much as fifty good ones: who keeps knocking wrongly is soon held off. */
export const refusedWeight = 50;

/** Limits how often one account may ask, whatever its address; the public has no account. */
export interface RateLimits {
  /** What requests of an address are counted in. */
  readonly addresses: Counter;
  /** Counts a request; gives the refusal that was sent, or null. */
  ofPrincipal(
    principal: Principal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | null>;
}

declare module "fastify" {
  interface FastifyRequest {
    /** The counts that this request stands in. */
    countedUnder: { readonly counter: Counter; readonly key: string }[] | null;
  }
}

/**
 * Limits every route that is added from now on, by address; the doors add the limit of accounts. Counts are kept by
 * the hub itself, or shared through Redis.
 */
export function limitRates(
  app: FastifyInstance,
  settings: GuardSettings,
  ownCounter: Counts["counter"],
  log: Logger,
): RateLimits {
  const counts =
    settings.redisUrl === null ? ownCounts(ownCounter) : sharedCounts(settings.redisUrl, ownCounter, log);
  const addresses = counts.counter("address", settings.pointsPerAddress);
  const principals = counts.counter("principal", settings.pointsPerPrincipal);

  async function count(
    name: string,
    counter: Counter,
    key: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | null> {
    (request.countedUnder ??= []).push({ counter, key });
    const { isOver, remaining, msToReset } = await counter.add(key, 1);
    if (!isOver) return null;
    const seconds = Math.max(1, Math.ceil(msToReset / 1_000));
    const { status, error } = refusalOf(new HubError("TOO_MANY_REQUESTS", { seconds: String(seconds) }));
    // draft-ietf-httpapi-ratelimit-headers-10
    return reply
      .code(status)
      .header("retry-after", seconds)
      .header("ratelimit-policy", `"${name}";q=${counter.points};w=${windowSeconds}`)
      .header("ratelimit", `"${name}";r=${remaining};t=${seconds}`)
      .send({ errors: [error] });
  }

  app.decorateRequest("countedUnder", null);
  app.addHook("onRequest", async (request, reply) => {
    // Whoever watches over the hub must always get an answer.
    if (request.routeOptions.url?.startsWith("/health/")) return;
    const refused = await count("address", addresses, addressKey(request.ip), request, reply);
    return refused ?? undefined;
  });
  app.addHook("onResponse", async (request, { statusCode }) => {
    if (statusCode < 400 || statusCode >= 500 || statusCode === 429) return;
    const counted = request.countedUnder ?? [];
    await Promise.all(counted.map(({ counter, key }) => counter.add(key, refusedWeight - 1)));
  });
  app.addHook("onClose", async () => counts.close());
  return {
    addresses,
    ofPrincipal: async (principal, request, reply) =>
      principal.subject === null
        ? null
        : count("principal", principals, accountKey(principal), request, reply),
  };
}

// A subject may be a person's address of mail: it does not leave for another server as it is.
const accountKey = ({ subject, client }: Principal): string =>
  createHash("sha256").update(`${subject}\n${client}`).digest("base64url");
