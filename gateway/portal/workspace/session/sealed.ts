import { EncryptJWT, jwtDecrypt } from "jose";
import type { SecretSource } from "../../../../subgraphs/index.js";

/** What is sealed: one purpose cannot be shown for another. */
export type Purpose = "session" | "sign-in";

const bytesOf = (key: string): Uint8Array => Buffer.from(key, "base64url");

/** Encrypts what a browser shall keep and not read, with the first key (JWE, `dir`, A256GCM). */
export async function seal(
  keys: SecretSource,
  purpose: Purpose,
  content: object,
  endsAt: Date,
): Promise<string> {
  const [key] = keys();
  if (key === undefined) throw new Error("session keys: expected one at least, got none");
  return new EncryptJWT({ content })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience(purpose)
    .setExpirationTime(endsAt)
    .encrypt(bytesOf(key));
}

/** What was sealed with one of the keys; null for anything else, and when its time is over. */
export async function opened<Content>(
  keys: SecretSource,
  purpose: Purpose,
  sealed: string,
  now: Date,
): Promise<Content | null> {
  for (const key of keys())
    try {
      const { payload } = await jwtDecrypt<{ content: Content }>(sealed, bytesOf(key), {
        audience: purpose,
        currentDate: now,
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      });
      return payload.content;
    } catch {
      // Of another key, over, or tampered with: the same to whoever shows it.
    }
  return null;
}
