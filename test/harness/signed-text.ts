import { createHmac, type KeyObject, sign } from "node:crypto";

/** How a token is signed; what its header claims about that is another matter. */
export type Signing =
  | { readonly how: "ES256" | "ES384" | "RS256" | "RS384" | "PS256"; readonly key: KeyObject }
  | { readonly how: "HS256"; readonly secret: string }
  | { readonly how: "none" };

const encoded = (text: string): string => Buffer.from(text).toString("base64url");

/** A compact JWS of any two texts, however wrong: what libraries refuse to sign, an attacker does. */
export function signedText(header: string, payload: string, signing: Signing): string {
  const content = `${encoded(header)}.${encoded(payload)}`;
  return `${content}.${signatureOf(Buffer.from(content), signing).toString("base64url")}`;
}

function signatureOf(content: Buffer, signing: Signing): Buffer {
  if (signing.how === "none") return Buffer.alloc(0);
  if (signing.how === "HS256") return createHmac("sha256", signing.secret).update(content).digest();
  const { how, key } = signing;
  const digest = how.endsWith("384") ? "sha384" : "sha256";
  if (how.startsWith("ES")) return sign(digest, content, { key, dsaEncoding: "ieee-p1363" });
  // PSS padding with a salt as long as the digest: RFC 7518, s. 3.5.
  return sign(digest, content, how === "PS256" ? { key, padding: 6, saltLength: 32 } : { key, padding: 1 });
}
