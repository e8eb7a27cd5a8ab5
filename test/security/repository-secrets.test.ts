import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SignJWT } from "jose";
import { secretsSeenIn, secretsUnder } from "./repository-secrets.js";

describe("the files of the hub", () => {
  it("hold no private key, no token and no password", async () => {
    expect(await secretsUnder(".")).toEqual([]);
  });

  it("would be found with one, however it is written", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const older = privateKey.export({ type: "sec1", format: "pem" }).toString();
    const token = await new SignJWT({ sub: "bureau", iss: "https://identite.exemple.ca" })
      .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
      .sign(Buffer.alloc(32));
    expect(secretsSeenIn(pem)).toEqual(["a private key"]);
    expect(secretsSeenIn(older)).toEqual(["a private key"]);
    expect(secretsSeenIn(`AUDIT_SIGNING_KEY=${JSON.stringify(pem)}`)).toEqual(["a private key"]);
    expect(secretsSeenIn(JSON.stringify(privateKey.export({ format: "jwk" })))).toEqual([
      "a private JSON Web Key",
    ]);
    expect(secretsSeenIn(`authorization: Bearer ${token}`)).toEqual(["a signed token"]);
    expect(secretsSeenIn(`HOP_SECRET=${"a1".repeat(16)}`)).toEqual(["a secret that a variable is given"]);
    expect(secretsSeenIn(`ghp_${"a".repeat(36)} AKIA${"A".repeat(16)}`)).toHaveLength(2);
  });
});
