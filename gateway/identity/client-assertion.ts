import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from "node:crypto";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from "jose";
import { StartError } from "../../subgraphs/offline.js";
import { secretFile } from "./secret-file.js";

/** How a program signs that it is itself: the two algorithms that health systems use between servers (SMART, HL7). */
export const assertionAlgorithms = ["ES384", "RS384"] as const;
export type AssertionAlgorithm = (typeof assertionAlgorithms)[number];

/** The longest life of an assertion, and of an access token. */
export const assertionLifeSeconds = 300;

export interface AssertionRequest {
  readonly clientId: string;
  readonly key: KeyObject;
  /** The issuer, or its token endpoint. */
  readonly audience: string;
  /** What fits the key when it is left out. */
  readonly algorithm?: AssertionAlgorithm;
}

/** Signs a new assertion (RFC 7523) that a client shows its issuer once instead of a secret. */
export async function clientAssertion({
  clientId,
  key,
  audience,
  algorithm = algorithmOf(key),
}: AssertionRequest): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: algorithm, typ: "JWT", kid: (await publicJwkOf(key)).kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime("60s")
    .setJti(randomUUID())
    .sign(key);
}

/** The algorithm that fits a private key: P-384 signs ES384, RSA signs RS384. Throws StartError for any other. */
export function algorithmOf(key: KeyObject): AssertionAlgorithm {
  if (key.asymmetricKeyType === "rsa") return "RS384";
  if (key.asymmetricKeyDetails?.namedCurve === "secp384r1") return "ES384";
  throw new StartError(
    "BAD_CLIENT_KEY",
    "Clé de client : attendu une clé privée P-384 (ES384) ou RSA (RS384) en PEM. Faites-en une : openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384",
    "Client key: expected a P-384 (ES384) or RSA (RS384) private key as PEM. Make one: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384",
  );
}

/** The half of a client's key that its issuer registers; its `kid` is its thumbprint (RFC 7638). */
export async function publicJwkOf(key: KeyObject): Promise<JWK & { readonly kid: string }> {
  const jwk = await exportJWK(createPublicKey(key));
  return { ...jwk, alg: algorithmOf(key), use: "sig", kid: await calculateJwkThumbprint(jwk) };
}

/** The private key of every demonstration account, which only who can read the data folder has; made on first use. */
export async function developmentClientKey(dataDir: string): Promise<KeyObject> {
  const pem = await secretFile(
    join(dataDir, "development-client-key.pem"),
    () =>
      generateKeyPairSync("ec", {
        namedCurve: "P-384",
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      }).privateKey,
  );
  return createPrivateKey(pem);
}
