import { CompactSign, compactVerify, importJWK, type JWK } from "jose";
import { canonicalJson } from "../../shared/canonical-json.js";
import type { SigningKey } from "../../shared/secrets/signing-key.js";

/** The heads of every chain at the end of one day: what nobody can rewrite once others keep it. */
export interface Seal {
  /** The day in America/Toronto. */
  readonly day: string;
  /** The head of each chain in hexadecimal, by the name of the chain; how long the chains are is not told. */
  readonly heads: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly sealedAt: string;
}

const type = "carrefour-audit-heads";

/** Signs a seal: a compact JWS whose payload is the seal itself, as canonical JSON. */
export const signSeal = ({ privateKey, publicKey }: SigningKey, seal: Seal): Promise<string> =>
  new CompactSign(new TextEncoder().encode(canonicalJson(seal)))
    .setProtectedHeader({ alg: "EdDSA", typ: type, kid: publicKey.kid })
    .sign(privateKey);

/** The seal in a signature; null when none of the keys made it, or it is no seal. */
export async function readSeal(signature: string, keys: readonly JWK[]): Promise<Seal | null> {
  for (const key of keys) {
    try {
      const { payload, protectedHeader } = await compactVerify(signature, await importJWK(key, "EdDSA"), {
        algorithms: ["EdDSA"],
      });
      if (protectedHeader.typ !== type) return null;
      return JSON.parse(new TextDecoder().decode(payload)) as Seal;
    } catch {
      // Not by this key, or no signature at all.
    }
  }
  return null;
}
