import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";

const length = 32;

/** A new secret for the forms of a session. */
export const newFormSecret = (): string => randomBytes(length).toString("base64url");

const masked = (mask: Buffer, secret: Buffer): Buffer =>
  Buffer.from(mask.map((byte, place) => byte ^ (secret[place] ?? 0)));

/** What a form carries: the session's secret behind a mask that is new each time, so that a compressed page tells nothing of it (BREACH). */
export function formToken(secret: string): string {
  const mask = randomBytes(length);
  return Buffer.concat([mask, masked(mask, Buffer.from(secret, "base64url"))]).toString("base64url");
}

/** True when a form came with the token of this session. */
export function isTokenOf(secret: string, token: string): boolean {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 2 * length) return false;
  const shown = masked(bytes.subarray(0, length), bytes.subarray(length));
  return timingSafeEqual(shown, Buffer.from(secret, "base64url"));
}

/** True when the browser says that another site sent this, or the address that sent it is not the hub's. */
export function isFromElsewhere({ headers }: Pick<FastifyRequest, "headers">, publicUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return true;
  const { origin } = headers;
  return origin !== undefined && site === undefined && origin !== new URL(publicUrl).origin;
}
