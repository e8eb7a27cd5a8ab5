import { importJWK, type JWK } from "jose";
import { z } from "zod";
import { type TokenAlgorithm, tokenAlgorithms } from "./token-envelope.js";

/** The keys of an issuer that may verify a token, by key id and algorithm. */
export type VerificationKeys = ReadonlyMap<string, ReadonlyMap<TokenAlgorithm, CryptoKey>>;

/** A key set as an issuer publishes it (RFC 7517, s. 5). */
export const publishedKeys = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
export type PublishedKeys = z.infer<typeof publishedKeys>;

const smallestRsaBits = 2_048;

const algorithmsOfCurve: Readonly<Record<string, readonly TokenAlgorithm[]>> = {
  "P-256": ["ES256"],
  "P-384": ["ES384"],
};

/** Takes from a key set what may verify a token; the rest is passed over, as RFC 7517, s. 5, asks. */
export async function verificationKeysOf({ keys }: PublishedKeys): Promise<VerificationKeys> {
  const found = new Map<string, Map<TokenAlgorithm, CryptoKey>>();
  for (const key of keys) {
    for (const algorithm of algorithmsOf(key)) {
      const imported = await importPublic(key, algorithm);
      const ofKeyId = found.get(key.kid as string) ?? new Map<TokenAlgorithm, CryptoKey>();
      if (imported && !ofKeyId.has(algorithm)) found.set(key.kid as string, ofKeyId.set(algorithm, imported));
    }
  }
  return found;
}

/** The algorithms that a key says it is for; none for one without id, for encryption, or whose private half was published. */
function algorithmsOf(key: Record<string, unknown>): TokenAlgorithm[] {
  const isForVerifying =
    typeof key.kid === "string" &&
    (key.use === undefined || key.use === "sig") &&
    (key.key_ops === undefined || (Array.isArray(key.key_ops) && key.key_ops.includes("verify"))) &&
    !("d" in key);
  if (!isForVerifying) return [];
  const fitting = key.kty === "RSA" ? (["RS256", "PS256"] as const) : ofCurve(key);
  return tokenAlgorithms.filter(
    (algorithm) => fitting.includes(algorithm as never) && (key.alg === undefined || key.alg === algorithm),
  );
}

const ofCurve = ({ kty, crv }: Record<string, unknown>): readonly TokenAlgorithm[] =>
  (kty === "EC" && typeof crv === "string" && algorithmsOfCurve[crv]) || [];

/** Null for a key that cannot be read or is too short to trust (NIST SP 800-131A: RSA of 2,048 bits and more). */
async function importPublic(key: JWK, algorithm: TokenAlgorithm): Promise<CryptoKey | null> {
  const imported = await importJWK(key, algorithm).catch(() => null);
  if (imported === null || imported instanceof Uint8Array) return null;
  const { modulusLength } = imported.algorithm as Partial<RsaHashedKeyAlgorithm>;
  return modulusLength !== undefined && modulusLength < smallestRsaBits ? null : imported;
}
