import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from "jose";
import { secretFile } from "../secret-file.js";

/** The algorithm of every token of the development issuer. */
export const tokenAlgorithm = "ES256";

/** The issuer's keys: what signs, and what everybody may know of it. */
export interface IssuerKeys {
  readonly signing: JSONWebKeySet;
  readonly published: JSONWebKeySet;
}

/** Reads the keys that the data folder keeps, so that tokens outlive a restart; makes them on the first start. */
export async function issuerKeys(dataDir: string): Promise<IssuerKeys> {
  const text = await secretFile(join(dataDir, "development-issuer-keys.json"), async () => {
    const { privateKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
    const jwk = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint(jwk);
    return `${JSON.stringify({ keys: [{ ...jwk, alg: tokenAlgorithm, use: "sig", kid }] })}\n`;
  });
  const signing = JSON.parse(text) as JSONWebKeySet;
  return { signing, published: { keys: signing.keys.map(withoutPrivatePart) } };
}

const withoutPrivatePart = ({ kty, crv, x, y, alg, use, kid }: JWK): JWK =>
  ({ kty, crv, x, y, alg, use, kid }) as JWK;
