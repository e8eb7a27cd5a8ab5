import { createPrivateKey, type KeyObject } from "node:crypto";
import { rereadFile } from "./secret-source.js";
import { StartError } from "../start-error.js";

/** The variables that give the key that signs the daily heads of the audit. */
export interface SigningVariables {
  readonly AUDIT_SIGNING_KEY?: string | undefined;
  readonly AUDIT_SIGNING_KEY_FILE?: string | undefined;
}

/** The key that signs at this moment; null: one derived from the secret of the roles. */
export type SigningKeySource = () => KeyObject | null;

/**
 * The key that the environment gives; a file of one is read again when it changes, so that the next seal is signed with
 * the new key. Throws StartError for what is no Ed25519 key.
 */
export function givenSigningKey({
  AUDIT_SIGNING_KEY: text,
  AUDIT_SIGNING_KEY_FILE: file,
}: SigningVariables): SigningKeySource {
  if (text === undefined && file === undefined) return () => null;
  // A variable often cannot hold line ends.
  const key = text === undefined ? null : keyIn(text.replaceAll("\\n", "\n"));
  const source = text === undefined ? rereadFile(file ?? "", keyIn) : () => key;
  if (source() === null) throw unusable();
  return source;
}

// What the system says of a broken key or a missing file helps nobody more than the one sentence below.
function keyIn(text: string): KeyObject | null {
  try {
    const key = createPrivateKey(text);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

const unusable = (): StartError =>
  new StartError(
    "BAD_ENVIRONMENT",
    "AUDIT_SIGNING_KEY ou AUDIT_SIGNING_KEY_FILE : attendu une clé privée Ed25519 en PEM (PKCS8), lisible. Faites-en une : openssl genpkey -algorithm ed25519",
    "AUDIT_SIGNING_KEY or AUDIT_SIGNING_KEY_FILE: expected a readable Ed25519 private key as PEM (PKCS8). Make one: openssl genpkey -algorithm ed25519",
  );
