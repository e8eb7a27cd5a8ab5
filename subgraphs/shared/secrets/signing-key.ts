import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";

/** What signs for the hub. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** The half that everybody may know; its `kid` is its thumbprint (RFC 7638). */
  readonly publicKey: JWK & { readonly kid: string };
}

/** The key that signs: the given one, else one derived from the secret of the roles, the same in every process. */
export async function signingKeyOf(given: KeyObject | null, roleSecret: string): Promise<SigningKey> {
  const privateKey = given ?? derivedKey(roleSecret);
  const { kty = "", crv = "", x = "" } = await exportJWK(createPublicKey(privateKey));
  const jwk = { kty, crv, x };
  return {
    privateKey,
    publicKey: { ...jwk, alg: "EdDSA", use: "sig", kid: await calculateJwkThumbprint(jwk) },
  };
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS8.
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

function derivedKey(roleSecret: string): KeyObject {
  const seed = createHmac("sha256", roleSecret).update("audit signing key").digest();
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: "der", type: "pkcs8" });
}
