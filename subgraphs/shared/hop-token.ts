import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { SecretSource } from "./secrets/secret-source.js";
import type { SubgraphName } from "./subgraph-name.js";

/** The header that says of a request to a subgraph: the hub sends this body, now, to you, for this caller. */
export const hopHeader = "x-carrefour-hop";

/** For whom the hub asks: anybody, the bearer of a token, or itself. */
export type HopCaller = "public" | "token" | "hub";

/** One request on its way from the hub to a subgraph. */
export interface Hop {
  readonly subgraph: SubgraphName;
  readonly requestId: string;
  readonly caller: HopCaller;
  /** The caller's access token, which travels beside the hop; null unless the caller is "token". */
  readonly token: string | null;
  readonly body: string;
}

/** What a good hop says of the request that carries it. */
export interface HopClaims {
  readonly requestId: string;
  readonly caller: HopCaller;
  /** SHA-256 of the caller's access token; absent unless the caller is "token". */
  readonly tokenHash: string | null;
  readonly bodyHash: string;
}

/** Why a hop is refused; told to the log only. */
export type HopRefusalReason =
  | "no-hop"
  | "malformed-hop"
  | "wrong-header"
  | "wrong-signature"
  | "wrong-audience"
  | "issued-in-the-future"
  | "expired"
  | "life-too-long"
  | "malformed-claims"
  | "wrong-body"
  | "token-without-hop-for-it"
  | "hop-without-its-token"
  | "another-token";

/** A hop that lets no request in. Its message holds the reason, never a part of the hop. */
export class HopRefused extends Error {
  constructor(readonly reason: HopRefusalReason) {
    super(`hop refused: ${reason}`);
    this.name = "HopRefused";
  }
}

const longestLifeSeconds = 30;
// The two machines share a network and usually a clock.
const clockToleranceSeconds = 5;
const longestHop = 2_048;

// RFC 7515, s. 3.1; the one header there is, so that no other algorithm can be named (RFC 8725, s. 3.1 and 3.11).
const header = Buffer.from('{"alg":"HS256","typ":"hop+jwt"}').toString("base64url");

const audienceOf = (subgraph: SubgraphName): string => `urn:carrefour:subgraph:${subgraph}`;
const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("base64url");
const signatureOf = (signed: string, secret: string): string =>
  createHmac("sha256", secret).update(signed).digest("base64url");

/** Signs a hop with the current secret (JWT, HS256, 30 s). */
export function signHop(secrets: SecretSource, hop: Hop, now: Date = new Date()): string {
  const [secret] = secrets();
  if (secret === undefined) throw new Error("hop: no secret to sign with");
  const issuedAt = Math.floor(now.getTime() / 1_000);
  const claims = {
    aud: audienceOf(hop.subgraph),
    iat: issuedAt,
    exp: issuedAt + longestLifeSeconds,
    request_id: hop.requestId,
    caller: hop.caller,
    // As in RFC 9449, s. 4.2.
    ...(hop.token === null ? {} : { ath: sha256(hop.token) }),
    body: sha256(hop.body),
  };
  const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${signed}.${signatureOf(signed, secret)}`;
}

/** Reads a hop that is meant for a subgraph; throws HopRefused. Its body and its token are compared afterwards. */
export function readHop(
  secrets: SecretSource,
  given: string | undefined,
  subgraph: SubgraphName,
  now: Date = new Date(),
): HopClaims {
  if (given === undefined) throw new HopRefused("no-hop");
  const [head, payload, signature, ...more] = given.length > longestHop ? [] : given.split(".");
  if (head === undefined || !payload || signature === undefined || more.length > 0)
    throw new HopRefused("malformed-hop");
  if (head !== header) throw new HopRefused("wrong-header");
  const signed = `${head}.${payload}`;
  const isSigned = (secret: string): boolean => isSame(signature, signatureOf(signed, secret));
  // The sender may have read the file of secrets anew a moment before this process.
  if (!secrets().some(isSigned) && !secrets(true).some(isSigned)) throw new HopRefused("wrong-signature");
  return judged(claimsIn(payload), subgraph, now.getTime() / 1_000);
}

function claimsIn(payload: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    if (typeof read === "object" && read !== null) return read as Record<string, unknown>;
  } catch {
    // Told below, as every other mistake.
  }
  throw new HopRefused("malformed-claims");
}

function judged(claims: Record<string, unknown>, subgraph: SubgraphName, now: number): HopClaims {
  const { aud, iat, exp, request_id: requestId, caller, ath = null, body: bodyHash } = claims;
  if (aud !== audienceOf(subgraph)) throw new HopRefused("wrong-audience");
  if (typeof iat !== "number" || typeof exp !== "number") throw new HopRefused("malformed-claims");
  if (iat > now + clockToleranceSeconds) throw new HopRefused("issued-in-the-future");
  if (exp - iat > longestLifeSeconds) throw new HopRefused("life-too-long");
  if (now >= exp + clockToleranceSeconds) throw new HopRefused("expired");
  if (typeof requestId !== "string" || typeof bodyHash !== "string" || !isCaller(caller))
    throw new HopRefused("malformed-claims");
  if ((caller === "token") !== (typeof ath === "string")) throw new HopRefused("malformed-claims");
  return { requestId, caller, tokenHash: typeof ath === "string" ? ath : null, bodyHash };
}

const isCaller = (word: unknown): word is HopCaller =>
  word === "public" || word === "token" || word === "hub";

/** Throws HopRefused unless the body, as it was received, is the one that the hop was signed for. */
export function judgeBody({ bodyHash }: HopClaims, body: Buffer): void {
  if (!isSame(sha256(body), bodyHash)) throw new HopRefused("wrong-body");
}

/** Throws HopRefused unless the token beside the hop is the one that it was signed for, or both have none. */
export function judgeToken({ tokenHash }: HopClaims, token: string | null): void {
  if (token === null && tokenHash === null) return;
  if (token === null) throw new HopRefused("hop-without-its-token");
  if (tokenHash === null) throw new HopRefused("token-without-hop-for-it");
  if (!isSame(sha256(token), tokenHash)) throw new HopRefused("another-token");
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
