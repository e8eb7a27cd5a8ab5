import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

const iterations = 4_096;
const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

const known = new Map<string, string>();

/**
 * What PostgreSQL keeps of a password (RFC 5802, s. 3; RFC 7677). Sent in place of the password, so that no journal of
 * statements holds one. The salt comes from the password: the same password is written the same way at each start.
 */
export function scramVerifier(password: string): string {
  const before = known.get(password);
  if (before !== undefined) return before;
  const salt = createHash("sha256").update(`carrefour salt ${password}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const storedKey = createHash("sha256").update(hmac(salted, "Client Key")).digest();
  const parts = [storedKey, hmac(salted, "Server Key")].map((part) => part.toString("base64"));
  const verifier = `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${parts.join(":")}`;
  known.set(password, verifier);
  return verifier;
}
