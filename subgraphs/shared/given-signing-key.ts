import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { StartError } from "./start-error.js";

/** The variables that give the key that signs the daily heads of the audit. */
export interface SigningVariables {
  readonly AUDIT_SIGNING_KEY?: string | undefined;
  readonly AUDIT_SIGNING_KEY_FILE?: string | undefined;
}

/** The key that the environment gives, null when it gives none. Throws StartError for what is no Ed25519 key. */
export function givenSigningKey({
  AUDIT_SIGNING_KEY: text,
  AUDIT_SIGNING_KEY_FILE: file,
}: SigningVariables): KeyObject | null {
  if (text === undefined && file === undefined) return null;
  try {
    // A variable often cannot hold line ends.
    const key = createPrivateKey(text?.replaceAll("\\n", "\n") ?? readFileSync(file ?? "", "utf8"));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Told below: what the system says of a broken key or a missing file helps nobody more.
  }
  throw new StartError(
    "BAD_ENVIRONMENT",
    "AUDIT_SIGNING_KEY ou AUDIT_SIGNING_KEY_FILE : attendu une clé privée Ed25519 en PEM (PKCS8), lisible. Faites-en une : openssl genpkey -algorithm ed25519",
    "AUDIT_SIGNING_KEY or AUDIT_SIGNING_KEY_FILE: expected a readable Ed25519 private key as PEM (PKCS8). Make one: openssl genpkey -algorithm ed25519",
  );
}
