import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SecretSource } from "../../../../subgraphs/index.js";
import {
  attemptText,
  clearAttempt,
  clearSession,
  sessionText,
  writeAttempt,
  writeSessionText,
} from "./cookies.js";
import { newFormSecret } from "./form-token.js";
import type { Attempt, Granted, IssuerClient } from "./issuer-client.js";
import type { Renewals } from "./renewals.js";
import { opened, seal } from "./sealed.js";
import { endOf, longestMs, type Session } from "./session.js";

const attemptMs = 10 * 60_000;

export interface SessionsOptions {
  readonly keys: SecretSource;
  readonly issuer: IssuerClient;
  readonly renewals: Renewals;
  /** True: the cookies travel over https alone. */
  readonly isSecure: boolean;
  readonly now: () => number;
}

/** The sessions of those who have signed in; nothing of them is kept here. */
export class Sessions {
  constructor(private readonly options: SessionsOptions) {}

  /** The session that a browser shows, renewed where its token is nearly over; null when it shows none that counts. */
  async of(request: FastifyRequest, reply: FastifyReply): Promise<Session | null> {
    const text = sessionText(request);
    if (text === "") return null;
    const shown = await opened<Session>(this.options.keys, "session", text, new Date(this.#now));
    const session =
      shown && shown.startedAt * 1_000 + longestMs > this.#now
        ? await this.options.renewals.fresh(shown)
        : null;
    if (session === null) clearSession(request, reply, this.options);
    // A cookie is written only with a new token: an older answer that comes late would bring back what is used up.
    else if (session !== shown) await this.#write(request, reply, session);
    return session;
  }

  /** Begins a sign-in; gives where the browser goes. */
  async begin(reply: FastifyReply, attempt: Attempt): Promise<URL> {
    const address = await this.options.issuer.signInAddress(attempt);
    const endsAt = new Date(this.#now + attemptMs);
    const text = await seal(this.options.keys, "sign-in", attempt, endsAt);
    writeAttempt(reply, attempt.state, text, endsAt, this.options);
    return address;
  }

  /** What this browser began under a state; null when it did not, or too long ago. */
  async attemptOf(request: FastifyRequest, reply: FastifyReply, state: string): Promise<Attempt | null> {
    const text = attemptText(request, state);
    if (text === "") return null;
    clearAttempt(reply, state, this.options);
    const attempt = await opened<Attempt>(this.options.keys, "sign-in", text, new Date(this.#now));
    return attempt?.state === state ? attempt : null;
  }

  /** Signs in whom the issuer vouched for: a new session, whatever the browser had before. */
  async start(request: FastifyRequest, reply: FastifyReply, granted: Granted): Promise<void> {
    const startedAt = Math.floor(this.#now / 1_000);
    const session = { id: randomUUID(), startedAt, formSecret: newFormSecret(), ...granted };
    await this.#write(request, reply, session);
  }

  /** Signs out: here at once, and at the issuer as far as it lets itself be told. */
  async end(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<{ isRevoked: boolean }> {
    clearSession(request, reply, this.options);
    if (session.refreshToken === null) return { isRevoked: false };
    return this.options.issuer.revoke(session.refreshToken).then(
      () => ({ isRevoked: true }),
      () => ({ isRevoked: false }),
    );
  }

  get #now(): number {
    return this.options.now();
  }

  async #write(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<void> {
    const endsAt = endOf(session, this.#now);
    writeSessionText(
      request,
      reply,
      await seal(this.options.keys, "session", session, endsAt),
      endsAt,
      this.options,
    );
  }
}
