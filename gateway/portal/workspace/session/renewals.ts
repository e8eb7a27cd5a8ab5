import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { SecretSource } from "../../../../subgraphs/index.js";
import type { IssuerClient } from "./issuer-client.js";
import { type RenewalsTogether, toldForMs } from "./renewals-together.js";
import { opened, seal } from "./sealed.js";
import type { Session } from "./session.js";

// A token with less than this left is renewed: enough for the request it is shown with, and for clocks that differ.
const leastLifeMs = 60_000;
const mostRemembered = 5_000;
// As long as an issuer may take to answer, and a little more; who renewed is then taken for dead.
const longestWaitMs = 12_000;
const looksEveryMs = 50;

// What is told of a sign-in that the issuer has ended.
const ended = "ended";

export interface RenewalsOptions {
  readonly issuer: Pick<IssuerClient, "renew">;
  readonly keys: SecretSource;
  /** Null: no other process serves this hub. */
  readonly together: RenewalsTogether | null;
  readonly now: () => number;
}

/**
 * Renews sessions behind the page, each once: a refresh token serves once, and shown twice it ends the whole sign-in.
 * Requests that left the browser before it had the new cookie come a little later with the former one.
 *
 *   tab 1  cookie A ──► renew(A) ──► cookie B
 *   tab 2  cookie A ──► the same B, from whichever process
 */
export class Renewals {
  readonly #renewed = new LRUCache<string, Promise<Session | null>>({ max: mostRemembered, ttl: toldForMs });

  constructor(private readonly options: RenewalsOptions) {}

  /** The session with a token that is good for a while; null when the issuer has ended it. Throws when nothing good is left and it cannot be asked. */
  async fresh(session: Session): Promise<Session | null> {
    const now = this.options.now();
    if (session.accessUntil - now >= leastLifeMs) return session;
    if (session.refreshToken === null) return session.accessUntil > now ? session : null;
    try {
      return await this.#once(session, session.refreshToken);
    } catch (error) {
      if (session.accessUntil > this.options.now()) return session;
      throw error;
    }
  }

  #once(session: Session, refreshToken: string): Promise<Session | null> {
    const key = createHash("sha256").update(refreshToken).digest("hex");
    const known = this.#renewed.get(key);
    if (known) return known;
    const renewing = this.#together(session, refreshToken, key);
    this.#renewed.set(key, renewing);
    // An issuer that could not be asked is asked again.
    renewing.catch(() => this.#renewed.delete(key));
    return renewing;
  }

  async #alone(session: Session, refreshToken: string): Promise<Session | null> {
    const granted = await this.options.issuer.renew(refreshToken);
    return granted && { ...session, ...granted, refreshToken: granted.refreshToken ?? refreshToken };
  }

  async #together(session: Session, refreshToken: string, key: string): Promise<Session | null> {
    const { together, keys, now } = this.options;
    if (together === null) return this.#alone(session, refreshToken);
    // What cannot be agreed upon is done by oneself: a page rather than none.
    const isFirst = await together.claim(key).catch(() => true);
    if (!isFirst) {
      const outcome = await this.#told(together, key);
      if (outcome === ended) return null;
      const theirs =
        outcome === null ? null : await opened<Session>(keys, "session", outcome, new Date(now()));
      return theirs ?? this.#alone(session, refreshToken);
    }
    try {
      const renewed = await this.#alone(session, refreshToken);
      const outcome = renewed && (await seal(keys, "session", renewed, new Date(now() + toldForMs)));
      await together.put(key, outcome ?? ended).catch(() => undefined);
      return renewed;
    } catch (error) {
      await together.release(key).catch(() => undefined);
      throw error;
    }
  }

  async #told(together: RenewalsTogether, key: string): Promise<string | null> {
    const until = performance.now() + longestWaitMs;
    while (performance.now() < until) {
      const outcome = await together.get(key).catch(() => null);
      if (outcome !== null) return outcome;
      await pause(looksEveryMs);
    }
    return null;
  }
}
