import { randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from "jose";
import { z } from "zod";
import { demonstrationClaims } from "./demonstration-accounts.js";

const tokenLifeSeconds = 300;
const algorithm = "ES256";
const secretFile = "development-client-secret";

/** The issuer that makes the demonstration possible from a terminal; never present in production. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
  /** Adds discovery, keys and token endpoint under /oidc. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
}

/** Reads the secret that only who can read the data folder knows; makes it when there is none. */
export async function developmentSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, secretFile);
  const known = await readFile(path, "utf8").catch(() => null);
  if (known) return known.trim();
  await mkdir(dataDir, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  await writeFile(path, secret, { mode: 0o600 });
  return secret;
}

const tokenRequest = z.object({
  grant_type: z.literal("client_credentials"),
  client_id: z.string(),
  client_secret: z.string(),
});

/** Makes an issuer with a fresh key; its tokens say that they are for development. */
export async function developmentIssuer(options: {
  readonly publicUrl: string;
  readonly audience: string;
  readonly secret: string;
}): Promise<DevelopmentIssuer> {
  const issuer = `${options.publicUrl}/oidc`;
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  const keyId = randomBytes(8).toString("hex");
  const keys: JSONWebKeySet = {
    keys: [{ ...(await exportJWK(publicKey)), alg: algorithm, use: "sig", kid: keyId }],
  };

  const issue = (client: string, claims: Record<string, string>): Promise<string> =>
    new SignJWT({ ...claims, client_id: client, development: true })
      .setProtectedHeader({ alg: algorithm, typ: "at+jwt", kid: keyId })
      .setIssuer(issuer)
      .setAudience(options.audience)
      .setSubject(client)
      .setIssuedAt()
      .setExpirationTime(`${tokenLifeSeconds}s`)
      .setJti(randomBytes(16).toString("hex"))
      .sign(privateKey);

  return {
    issuer,
    keys,
    routes: async (app) => {
      app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(body as string))),
      );
      app.get("/oidc/.well-known/openid-configuration", async () => ({
        issuer,
        jwks_uri: `${issuer}/jwks`,
        token_endpoint: `${issuer}/token`,
        grant_types_supported: ["client_credentials"],
        response_types_supported: [],
        token_endpoint_auth_methods_supported: ["client_secret_post"],
      }));
      app.get("/oidc/jwks", async () => keys);
      app.post("/oidc/token", async (request, reply) => {
        const asked = tokenRequest.safeParse(request.body);
        if (!asked.success) return reply.code(400).send({ error: "invalid_request" });
        const claims = demonstrationClaims(asked.data.client_id);
        if (!claims || !isSame(asked.data.client_secret, options.secret))
          return reply.code(401).send({ error: "invalid_client" });
        return reply.header("cache-control", "no-store").send({
          access_token: await issue(asked.data.client_id, claims),
          token_type: "Bearer",
          expires_in: tokenLifeSeconds,
          scope: claims.scope,
        });
      });
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
