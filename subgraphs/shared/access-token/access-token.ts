import { createHash } from "node:crypto";
import { compactVerify, errors, type JSONWebKeySet } from "jose";
import { LRUCache } from "lru-cache";
import { type Clock, systemClock } from "../clock.js";
import { discoveryUrlOf } from "./issuer-address.js";
import { readIssuerKeys } from "./issuer-documents.js";
import { FetchedKeys, type KeyFinder, keysAtHand } from "./issuer-keys.js";
import type { Principal } from "../principal.js";
import { principalOf } from "./token-claims.js";
import { openEnvelope, type TokenEnvelope } from "./token-envelope.js";
import { type IssuerUnavailable, TokenRefused } from "./token-refusal.js";

/** Turns an access token into its principal; throws TokenRefused, or IssuerUnavailable when that cannot be judged. */
export type TokenVerifier = (token: string) => Promise<Principal>;

export interface TrustedIssuer {
  readonly issuer: string;
  /** The hub as its tokens name it: RFC 9068, s. 4. */
  readonly audience: string;
  /** Keys at hand (the issuer lives in this process); otherwise they are read where the discovery page says. */
  readonly keys?: JSONWebKeySet;
  /** The discovery page as this process reaches it; the issuer's own address when absent. */
  readonly discoveryUrl?: string;
  readonly clock?: Clock;
  readonly onIssuerFailure?: (failure: IssuerUnavailable) => void;
}

/** A token whose signature was good, with the key that said so. */
interface VerifiedEnvelope extends TokenEnvelope {
  readonly key: CryptoKey;
}

// A program sends one token with hundreds of requests, and each subgraph of a plan sees it again.
const mostTokensRemembered = 2_000;

/** Makes the verifier of one issuer's access tokens (RFC 9068). */
export function tokenVerifier(trusted: TrustedIssuer): TokenVerifier {
  const { issuer, audience, clock = systemClock } = trusted;
  const find = keyFinderOf(trusted, clock);
  const remembered = new LRUCache<string, VerifiedEnvelope>({ max: mostTokensRemembered });
  return async (token) => {
    const digest = createHash("sha256").update(token).digest("base64");
    const known = remembered.get(digest);
    const envelope = known ?? openEnvelope(token);
    // Asked every time: a signature counts for as long as its key is one of the issuer's.
    const key = await find(envelope.keyId, envelope.algorithm);
    if (known?.key !== key) await verifySignature(token, envelope, key);
    // What depends on the time is judged every time.
    const principal = principalOf(envelope.claims, { issuer, audience, now: clock() });
    if (known?.key !== key) remembered.set(digest, { ...envelope, key });
    return principal;
  };
}

function keyFinderOf({ issuer, keys, ...more }: TrustedIssuer, clock: Clock): KeyFinder {
  if (keys) return keysAtHand(keys as { keys: Record<string, unknown>[] });
  const address = { issuer, discoveryUrl: more.discoveryUrl ?? discoveryUrlOf(issuer) };
  return new FetchedKeys(() => readIssuerKeys(address), clock, more.onIssuerFailure ?? (() => undefined))
    .find;
}

async function verifySignature(token: string, { algorithm }: TokenEnvelope, key: CryptoKey): Promise<void> {
  try {
    await compactVerify(token, key, { algorithms: [algorithm] });
  } catch (error) {
    // Judged by their codes: errors of other realms are no instances of ours.
    const { code } = error as { code?: string };
    if (code === errors.JWSSignatureVerificationFailed.code) throw new TokenRefused("wrong-signature");
    throw code === errors.JWSInvalid.code ? new TokenRefused("malformed-token") : error;
  }
}
