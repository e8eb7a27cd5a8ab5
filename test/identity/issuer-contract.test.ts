/*
 * What the hub expects of an issuer, held against whichever one OIDC_ISSUER names; without it, against the development
 * issuer of a hub that the suite starts. `npm run test:issuer` runs it, with
 *   OIDC_ISSUER         https://identite.exemple.ca/realms/carrefour
 *   ISSUER_TEST_CLIENT  the client_id of a program that may ask for tokens by client credentials
 *   ISSUER_TEST_KEY     the file of its private key: P-384 (ES384) or RSA (RS384), PEM, PKCS8
 *   ISSUER_TEST_SCOPE   the one scope of the hub that the program has: research:read, steward:collect…
 */
import { createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRemoteJWKSet, decodeProtectedHeader, type JWK, jwtVerify } from "jose";
import { algorithmOf, clientAssertion, publicJwkOf } from "../../gateway/identity/client-assertion.js";
import { tokenRequest } from "../../gateway/identity/client-credentials.js";
import { signedText } from "../harness/signed-text.js";
import { codeRequest } from "./code-flow.js";
import { type IssuerUnderTest, theIssuer } from "./issuer-under-test.js";

interface Discovery {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly token_endpoint: string;
  readonly authorization_endpoint: string;
  readonly [name: string]: unknown;
}

let tested: IssuerUnderTest;
let told: Discovery;
beforeAll(async () => {
  tested = await theIssuer();
  const response = await fetch(`${tested.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  told = (await response.json()) as Discovery;
}, 60_000);
afterAll(() => tested.close());

const now = (): number => Math.floor(Date.now() / 1000);

async function ask(assertion: string, scope = tested.scope) {
  const response = await fetch(told.token_endpoint, { method: "POST", body: tokenRequest(assertion, scope) });
  const answer = (await response.json()) as { access_token?: string; error?: string; expires_in?: number };
  return { status: response.status, ...answer };
}

const assertion = (): Promise<string> =>
  clientAssertion({ clientId: tested.clientId, key: tested.key, audience: tested.issuer });

/** An assertion with other claims than the client would sign; undefined leaves one out. */
async function signed(changes: Record<string, unknown> = {}, key = tested.key): Promise<string> {
  const { kid } = await publicJwkOf(tested.key);
  const good = {
    iss: tested.clientId,
    sub: tested.clientId,
    aud: tested.issuer,
    iat: now(),
    exp: now() + 60,
    jti: randomUUID(),
  };
  return signedText(
    JSON.stringify({ alg: algorithmOf(tested.key), typ: "JWT", kid }),
    JSON.stringify({ ...good, ...changes }),
    { how: algorithmOf(tested.key), key },
  );
}

describe("the issuer's discovery page", () => {
  it("names the issuer as the hub is told of it, and endpoints of one origin", () => {
    expect(told.issuer).toBe(tested.issuer);
    const { origin } = new URL(tested.issuer);
    const endpoints = Object.entries(told).filter(([name]) => /(_endpoint|jwks_uri)$/.test(name));
    expect(endpoints.length).toBeGreaterThanOrEqual(4);
    for (const [name, url] of endpoints)
      expect({ name, origin: new URL(String(url)).origin }).toEqual({ name, origin });
  });

  it("offers codes with PKCE S256, and programs that sign with ES384 and RS384", () => {
    expect(told.code_challenge_methods_supported).toContain("S256");
    expect(told.response_types_supported).toContain("code");
    expect(told.grant_types_supported).toEqual(
      expect.arrayContaining(["authorization_code", "refresh_token", "client_credentials"]),
    );
    expect(told.token_endpoint_auth_methods_supported).toContain("private_key_jwt");
    expect(told.token_endpoint_auth_signing_alg_values_supported).toEqual(
      expect.arrayContaining(["ES384", "RS384"]),
    );
    expect(told.scopes_supported).toEqual(expect.arrayContaining(["openid", tested.scope]));
  });

  it("leads to public asymmetric signing keys and nothing else", async () => {
    const { keys } = (await (await fetch(told.jwks_uri)).json()) as { keys: JWK[] };
    const signing = keys.filter(({ use }) => use === "sig");
    expect(signing.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(["EC", "RSA", "OKP"]).toContain(key.kty);
      expect(key.kid).toEqual(expect.any(String));
      for (const secret of ["d", "p", "q", "dp", "dq", "qi", "k"]) expect(key).not.toHaveProperty(secret);
    }
  });
});

describe("the command line's login", () => {
  // Some issuers list “plain” for the realm's other clients; what counts is what they answer to this one.
  it.each([
    ["without a challenge", { code_challenge: undefined, code_challenge_method: undefined }],
    ["with a plain challenge", { code_challenge_method: "plain" }],
  ])("is refused %s, and the command line is told so", async (_, changes) => {
    const { parameters } = codeRequest({ scope: `openid ${tested.scope}`, ...changes });
    const asked = `${told.authorization_endpoint}?${new URLSearchParams(parameters)}`;
    const response = await fetch(asked, { redirect: "manual" });
    const back = new URL(response.headers.get("location") ?? "", told.authorization_endpoint);
    expect(`${back.origin}${back.pathname}`).toBe(parameters.redirect_uri);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: "invalid_request",
      state: parameters.state,
    });
  });

  it("leads nobody to an address that is not registered", async () => {
    const { parameters } = codeRequest({ redirect_uri: "https://ailleurs.example/callback" });
    const asked = `${told.authorization_endpoint}?${new URLSearchParams(parameters)}`;
    const response = await fetch(asked, { redirect: "manual" });
    expect({ status: response.status, location: response.headers.get("location") }).toEqual({
      status: 400,
      location: null,
    });
  });
});

describe("a program's token", () => {
  it("is an access token by RFC 9068, for the hub alone, at most 300 seconds long", async () => {
    const { access_token: token = "", status, expires_in: life } = await ask(await assertion());
    expect(status).toBe(200);
    expect(life).toBeLessThanOrEqual(300);
    const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(told.jwks_uri)), {
      issuer: tested.issuer,
      audience: "urn:carrefour",
      typ: "at+jwt",
      algorithms: ["ES256", "ES384", "RS256", "PS256"],
      requiredClaims: ["sub", "client_id", "iat", "exp", "jti", "scope"],
    });
    expect(Number(payload.exp) - Number(payload.iat)).toBeLessThanOrEqual(300);
    expect([payload.aud].flat()).toEqual(["urn:carrefour"]);
    expect(payload.client_id).toBe(tested.clientId);
    expect(String(payload.scope).split(" ")).toContain(tested.scope);
    expect(protectedHeader.kid).toEqual(expect.any(String));
  });

  it("opens the hub's authenticated door", async () => {
    const { access_token: token } = await ask(await assertion());
    const response = await fetch(`${tested.hub.address}/graphql/authenticated`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: "{ me { audience } }" }),
    });
    expect({ status: response.status, ...((await response.json()) as object) }).toEqual({
      status: 200,
      data: { me: { audience: expect.stringMatching(/^(researcher|establishment|steward)$/) } },
    });
  });

  it("has a name of its own each time", async () => {
    const tokens = await Promise.all([ask(await assertion()), ask(await assertion())]);
    expect(new Set(tokens.map(({ access_token: token }) => token)).size).toBe(2);
    const [first] = tokens;
    expect(decodeProtectedHeader(first?.access_token ?? "").typ).toBe("at+jwt");
  });

  it("is refused for a scope that is not the program's, or nobody's", async () => {
    const others = ["figures:write", "steward:publish"].filter((scope) => scope !== tested.scope);
    for (const scope of [...others, `${tested.scope} ${others[0]}`, "admin", `${tested.scope} admin`])
      expect({ asked: scope, ...(await ask(await assertion(), scope)) }).toMatchObject({
        asked: scope,
        status: 400,
        error: "invalid_scope",
      });
  });
});

describe("an assertion is refused", () => {
  const refused = async (shown: string): Promise<void> => {
    const { status, error, access_token: token } = await ask(shown);
    expect([400, 401]).toContain(status);
    expect(error).toMatch(/^invalid_(client|request|grant)$/);
    expect(token).toBeUndefined();
  };

  it("the second time", async () => {
    const shown = await assertion();
    expect((await ask(shown)).status).toBe(200);
    await refused(shown);
  });

  it("when it lives more than 300 seconds", async () => {
    await refused(await signed({ exp: now() + 3_600 }));
  });

  it("when it is past, or of another day", async () => {
    await refused(await signed({ iat: now() - 120, exp: now() - 60 }));
  });

  it("when another key signed it", async () => {
    const stranger =
      algorithmOf(tested.key) === "ES384"
        ? generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey
        : generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    await refused(await signed({}, stranger));
  });

  it("when it is for another issuer, or for the hub", async () => {
    await refused(await signed({ aud: "https://ailleurs.example" }));
    await refused(await signed({ aud: "urn:carrefour" }));
  });

  it("when it names nobody, or somebody else", async () => {
    await refused(await signed({ iss: undefined }));
    await refused(await signed({ iss: "president", sub: "president" }));
    await refused(await signed({ sub: "president" }));
  });

  it("without an identifier or an expiry", async () => {
    await refused(await signed({ jti: undefined }));
    await refused(await signed({ exp: undefined }));
  });

  it("when it is signed by nothing, or with the public key as a secret", async () => {
    const claims = { iss: tested.clientId, sub: tested.clientId, aud: tested.issuer, exp: now() + 60 };
    const text = JSON.stringify({ ...claims, iat: now(), jti: randomUUID() });
    const secret = createPublicKey(tested.key).export({ type: "spki", format: "pem" }).toString();
    await refused(signedText('{"alg":"none","typ":"JWT"}', text, { how: "none" }));
    await refused(signedText('{"alg":"HS256","typ":"JWT"}', text, { how: "HS256", secret }));
  });
});

describe("the hub", () => {
  it("tells a client without a token whom to ask, and for what", async () => {
    const door = await fetch(`${tested.hub.address}/graphql/authenticated`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ me { audience } }"}',
    });
    expect(door.status).toBe(401);
    const [, page = ""] =
      /resource_metadata="([^"]+)"/.exec(door.headers.get("www-authenticate") ?? "") ?? [];
    expect(page).toBe(`${tested.hub.address}/.well-known/oauth-protected-resource`);
    expect(await (await fetch(page)).json()).toMatchObject({
      resource: tested.hub.address,
      authorization_servers: [tested.issuer],
      scopes_supported: [
        "figures:write",
        "research:read",
        "steward:collect",
        "steward:publish",
        "steward:privacy",
      ],
      bearer_methods_supported: ["header"],
      "resource_name#fr": expect.stringContaining("données"),
      "resource_name#en": expect.stringContaining("data"),
      resource_documentation: `${tested.hub.address}/`,
    });
  });
});
