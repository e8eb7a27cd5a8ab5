import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** An issuer on this machine, as a hub in production is told of one by OIDC_ISSUER. */
export interface TokenIssuer {
  readonly issuer: string;
  /** A signed access token of who writes for an establishment; good for 300 seconds. */
  writerToken(establishment: string, subject: string): Promise<string>;
  close(): Promise<void>;
}

const algorithm = "ES256";
const keyId = "test";

/** Starts an issuer with a key of its own: its tokens outlive the hub that they are shown to. */
export async function aTokenIssuer(): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: algorithm, use: "sig", kid: keyId }] };
  let issuer = "";
  const server = createServer((request, response) => {
    const answer = request.url === "/jwks" ? keys : { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    writerToken: (establishment, subject) =>
      new SignJWT({ scope: "figures:write", establishment, client_id: subject })
        .setProtectedHeader({ alg: algorithm, typ: "at+jwt", kid: keyId })
        .setIssuer(issuer)
        .setAudience("urn:carrefour")
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime("300s")
        .sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
