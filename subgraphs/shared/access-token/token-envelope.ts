import { DoubledMember, parseDistinct } from "./distinct-json.js";
import { TokenRefused, type TokenRefusalReason } from "./token-refusal.js";

/** The members of a header or payload, none of them judged yet. */
export type Members = ReadonlyMap<string, unknown>;

/** What the envelope of a token says, before anything about it is verified. */
export interface TokenEnvelope {
  readonly algorithm: TokenAlgorithm;
  readonly keyId: string;
  readonly claims: Members;
}

/** The signatures that count: asymmetric ones, each named (RFC 8725, s. 3.1); RS256 is what RFC 9068 asks of every issuer. */
export const tokenAlgorithms = ["ES256", "ES384", "RS256", "PS256"] as const;
export type TokenAlgorithm = (typeof tokenAlgorithms)[number];

// Ten times what the issuers of the hub make; headers above 16 KB never arrive.
const longestToken = 8_192;
const types = ["at+jwt", "application/at+jwt"];
const printable = /^[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol} ]{1,255}$/u;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** True for a text that can be told, kept and compared: of one to 255 printable characters. */
export const isPrintable = (value: unknown): value is string =>
  typeof value === "string" && printable.test(value);

/**
 * Opens a token in its compact form (RFC 7515, s. 3.1) and judges its header; throws TokenRefused.
 * Keys that a header brings along or points at (jwk, jku, x5c, x5u) are never looked at: keys come from the issuer.
 */
export function openEnvelope(token: string): TokenEnvelope {
  if (token.length > longestToken) throw new TokenRefused("too-long");
  const parts = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token);
  if (!parts) throw new TokenRefused("malformed-token");
  const header = membersOf(parts[1]!, "malformed-header", "duplicate-header-field");
  if (header.has("crit")) throw new TokenRefused("critical-header");
  const type = textOf(header, "typ", "missing-type", "malformed-type");
  // RFC 7515, s. 4.1.9: a media type, so its case does not count.
  if (!types.includes(type.toLowerCase())) throw new TokenRefused("wrong-type");
  const algorithm = textOf(header, "alg", "missing-algorithm", "malformed-algorithm");
  if (!isTokenAlgorithm(algorithm)) throw new TokenRefused("wrong-algorithm");
  const keyId = textOf(header, "kid", "missing-key-id", "malformed-key-id");
  return { algorithm, keyId, claims: membersOf(parts[2]!, "malformed-payload", "duplicate-claim") };
}

const isTokenAlgorithm = (name: string): name is TokenAlgorithm =>
  (tokenAlgorithms as readonly string[]).includes(name);

function membersOf(part: string, malformed: TokenRefusalReason, doubled: TokenRefusalReason): Members {
  let read: unknown;
  try {
    read = parseDistinct(decoder.decode(Buffer.from(part, "base64url")));
  } catch (error) {
    throw new TokenRefused(error instanceof DoubledMember ? doubled : malformed);
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new TokenRefused(malformed);
  return new Map(Object.entries(read));
}

/** A member that must be a printable text. */
export function textOf(
  members: Members,
  name: string,
  missing: TokenRefusalReason,
  malformed: TokenRefusalReason,
): string {
  if (!members.has(name)) throw new TokenRefused(missing);
  const value = members.get(name);
  if (!isPrintable(value)) throw new TokenRefused(malformed);
  return value;
}
