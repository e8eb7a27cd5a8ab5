import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicJwkOf } from "../../gateway/identity/client-assertion.js";
import { tokenRequest } from "../../gateway/identity/client-credentials.js";
import { aFolder } from "../harness/folder.js";
import { type Signing, signedText } from "../harness/signed-text.js";
import { anIssuerAlone, type IssuerAlone } from "./issuer-alone.js";

const clientId = "researcher";
type Members = Record<string, unknown>;

interface Changes {
  readonly header?: Members;
  readonly claims?: Members;
  readonly signing?: Signing;
  /** Written at the end of the JSON text: a second member of a name that is there already. */
  readonly moreHeader?: string;
  readonly moreClaims?: string;
}

const textOf = (members: Members, more = ""): string =>
  JSON.stringify(members).replace(/\}$/, more === "" ? "}" : `,${more}}`);

const now = (): number => Math.floor(Date.now() / 1000);

describe.each(["ES384", "RS384"] as const)("an assertion signed %s", (algorithm) => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let issuer: IssuerAlone;
  let keyId: string;
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
  const rsaStranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

  beforeAll(async () => {
    folder = await aFolder();
    if (algorithm === "RS384") {
      const pem = rsaKey().export({ type: "pkcs8", format: "pem" });
      await writeFile(join(folder.path, "development-client-key.pem"), pem, { mode: 0o600 });
    }
    issuer = await anIssuerAlone(folder.path);
    keyId = (await publicJwkOf(issuer.key)).kid;
    // Its library is loaded for the first request, which takes long enough for a tight time to pass.
    await fetch(`${issuer.issuer}/jwks`);
  });
  afterAll(async () => {
    await issuer.close();
    await folder.remove();
  });

  const assertion = ({ header, claims, signing, moreHeader, moreClaims }: Changes = {}): string =>
    signedText(
      textOf({ alg: algorithm, typ: "JWT", kid: keyId, ...header }, moreHeader),
      textOf(
        {
          iss: clientId,
          sub: clientId,
          aud: issuer.issuer,
          iat: now(),
          exp: now() + 60,
          jti: randomUUID(),
          ...claims,
        },
        moreClaims,
      ),
      signing ?? { how: algorithm, key: issuer.key },
    );

  const show = (shown: string): Promise<Response> =>
    fetch(issuer.tokenEndpoint, { method: "POST", body: tokenRequest(shown, "research:read") });

  /** The status, the OAuth error, and the reason that the log gives. */
  async function judgement(changes: Changes) {
    const lines = issuer.log.length;
    const response = await show(assertion(changes));
    const answer = (await response.json()) as { error?: string; error_description?: string };
    const told = issuer.log.slice(lines).map(({ reason }) => reason);
    return { status: response.status, error: answer.error ?? null, answer, reasons: told };
  }

  it("is good once, with either name of the issuer, and at the edges of what it may be", async () => {
    const good: (() => Changes)[] = [
      () => ({}),
      () => ({ claims: { aud: `${issuer.issuer}/token` } }),
      () => ({ claims: { nbf: now() } }),
      () => ({ claims: { exp: now() + 300 } }),
      () => ({ claims: { iat: now() - 250, exp: now() + 50 } }),
      () => ({ claims: { iat: now() + 10, exp: now() + 60 } }),
      () => ({ claims: { iat: now() - 100, exp: now() - 10 } }),
      () => ({ claims: { nbf: now() + 10 } }),
      () => ({ claims: { jti: `${randomUUID()}${"j".repeat(220)}` } }),
    ];
    for (const changes of good) {
      const shown = changes();
      expect({ shown, status: (await show(assertion(shown))).status }).toEqual({ shown, status: 200 });
    }
  });

  const refused: readonly [what: string, changes: () => Changes, reason: string][] = [
    ["alg missing", () => ({ header: { alg: undefined } }), "alg mismatch"],
    ["alg of a wrong type", () => ({ header: { alg: 384 } }), "alg mismatch"],
    ["alg none", () => ({ header: { alg: "none" }, signing: { how: "none" } }), "alg mismatch"],
    ["alg not of the profile", () => ({ header: { alg: "ES256" } }), "alg mismatch"],
    [
      "alg HS256 with the public key as secret",
      () => ({ header: { alg: "HS256" }, signing: { how: "HS256", secret: publicPem(issuer.key) } }),
      "alg mismatch",
    ],
    ["alg doubled", () => ({ moreHeader: `"alg":"${algorithm}"` }), "doubled-member"],
    [
      "alg that does not fit the key",
      () => ({ header: { alg: algorithm === "ES384" ? "RS384" : "ES384" } }),
      "no applicable key found in the JSON Web Key Set",
    ],
    ["typ missing", () => ({ header: { typ: undefined } }), "wrong-type"],
    ["typ of a wrong type", () => ({ header: { typ: 1 } }), "wrong-type"],
    ["typ of an access token", () => ({ header: { typ: "at+jwt" } }), "wrong-type"],
    ["typ doubled", () => ({ moreHeader: '"typ":"JWT"' }), "doubled-member"],
    ["kid missing", () => ({ header: { kid: undefined } }), "no-key-id"],
    ["kid of a wrong type", () => ({ header: { kid: 1 } }), "no-key-id"],
    ["kid empty", () => ({ header: { kid: "" } }), "no applicable key found in the JSON Web Key Set"],
    ["kid unknown", () => ({ header: { kid: "x" } }), "no applicable key found in the JSON Web Key Set"],
    ["kid doubled", () => ({ moreHeader: `"\\u006bid":"${keyId}"` }), "doubled-member"],
    ["crit that nobody knows", () => ({ header: { crit: ["x"], x: 1 } }), "signature verification failed"],
    ["a stranger's signature", () => ({ signing: strangers(algorithm) }), "signature verification failed"],
    [
      "a stranger's key brought along",
      () => ({
        header: { jwk: createPublicKey(stranger).export({ format: "jwk" }) },
        signing: strangers(algorithm),
      }),
      "signature verification failed",
    ],
    [
      "iss missing",
      () => ({ claims: { iss: undefined } }),
      "iss (JWT issuer) must be provided in the client_assertion JWT",
    ],
    [
      "iss of a wrong type",
      () => ({ claims: { iss: [clientId] } }),
      "iss (JWT issuer) must be the client_id",
    ],
    [
      "iss of another client",
      () => ({ claims: { iss: "steward:publish" } }),
      "iss (JWT issuer) must be the client_id",
    ],
    ["iss doubled", () => ({ moreClaims: `"iss":"${clientId}"` }), "doubled-member"],
    [
      "sub missing",
      () => ({ claims: { sub: undefined } }),
      "sub (JWT subject) must be provided in the client_assertion JWT",
    ],
    ["sub of a wrong type", () => ({ claims: { sub: 7 } }), "client not found"],
    ["sub that is a list", () => ({ claims: { sub: [clientId] } }), "client not found"],
    ["sub of nobody", () => ({ claims: { sub: "president", iss: "president" } }), "client not found"],
    [
      "sub of another client",
      () => ({ claims: { sub: "steward:publish" } }),
      "iss (JWT issuer) must be the client_id",
    ],
    [
      "sub of the command line",
      () => ({ claims: { sub: "carrefour-cli", iss: "carrefour-cli" } }),
      "the provided authentication mechanism does not match the registered client authentication method",
    ],
    ["sub doubled", () => ({ moreClaims: `"sub":"${clientId}"` }), "doubled-member"],
    [
      "aud missing",
      () => ({ claims: { aud: undefined } }),
      "aud (JWT audience) must be provided in the client_assertion JWT",
    ],
    [
      "aud of a wrong type",
      () => ({ claims: { aud: 1 } }),
      "audience (aud) must equal the endpoint url, issuer identifier or token endpoint url",
    ],
    [
      "aud of another issuer",
      () => ({ claims: { aud: "https://ailleurs.example" } }),
      "audience (aud) must equal the endpoint url, issuer identifier or token endpoint url",
    ],
    [
      "aud of the hub instead of its issuer",
      () => ({ claims: { aud: "urn:carrefour" } }),
      "audience (aud) must equal the endpoint url, issuer identifier or token endpoint url",
    ],
    [
      "aud of two",
      () => ({ claims: { aud: [issuer.issuer, "https://ailleurs.example"] } }),
      "several-audiences",
    ],
    ["aud doubled", () => ({ moreClaims: `"aud":"${issuer.issuer}"` }), "doubled-member"],
    [
      "exp missing",
      () => ({ claims: { exp: undefined } }),
      "expiration must be specified in the client_assertion JWT",
    ],
    ["exp of a wrong type", () => ({ claims: { exp: String(now() + 60) } }), "invalid exp value"],
    ["exp that is no second", () => ({ claims: { exp: now() + 60.5 } }), "no-expiry"],
    ["exp past", () => ({ claims: { exp: now() - 16, iat: now() - 100 } }), "jwt expired"],
    ["exp before iat", () => ({ claims: { exp: now() + 5, iat: now() + 5 } }), "life-too-long"],
    ["exp too far", () => ({ claims: { exp: now() + 301, iat: now() } }), "life-too-long"],
    ["exp an hour away", () => ({ claims: { exp: now() + 3_600 } }), "life-too-long"],
    ["exp doubled", () => ({ moreClaims: `"exp":${now() + 60}` }), "doubled-member"],
    ["iat missing", () => ({ claims: { iat: undefined } }), "no-issue-time"],
    ["iat of a wrong type", () => ({ claims: { iat: String(now()) } }), "invalid iat value"],
    ["iat to come", () => ({ claims: { iat: now() + 18, exp: now() + 60 } }), "issued-in-the-future"],
    ["iat long ago", () => ({ claims: { iat: now() - 260, exp: now() + 60 } }), "life-too-long"],
    ["iat doubled", () => ({ moreClaims: `"iat":${now()}` }), "doubled-member"],
    ["nbf of a wrong type", () => ({ claims: { nbf: String(now()) } }), "invalid nbf value"],
    ["nbf to come", () => ({ claims: { nbf: now() + 18 } }), "jwt not active yet"],
    ["nbf doubled", () => ({ claims: { nbf: now() }, moreClaims: `"nbf":${now()}` }), "doubled-member"],
    [
      "jti missing",
      () => ({ claims: { jti: undefined } }),
      "unique jti (JWT ID) must be provided in the client_assertion JWT",
    ],
    [
      "jti empty",
      () => ({ claims: { jti: "" } }),
      "unique jti (JWT ID) must be provided in the client_assertion JWT",
    ],
    ["jti of a wrong type", () => ({ claims: { jti: 1 } }), "invalid jti value"],
    ["jti without end", () => ({ claims: { jti: "j".repeat(257) } }), "no-identifier"],
    ["jti doubled", () => ({ moreClaims: `"jti":"${randomUUID()}"` }), "doubled-member"],
  ];

  const strangers = (how: "ES384" | "RS384"): Signing => ({
    how,
    key: how === "ES384" ? stranger : rsaStranger,
  });

  it.each(refused)("is refused with %s, and the log says why", async (_, changes, reason) => {
    const { status, error, answer, reasons } = await judgement(changes());
    expect({ status, error, reasons }).toEqual({ status: 401, error: "invalid_client", reasons: [reason] });
    expect(JSON.stringify(answer)).not.toMatch(/stack|node_modules|\.ts:|\.js:/);
  });

  it("is refused when it is no token, twice in one request, or of another kind", async () => {
    const good = assertion();
    const bodies: [what: string, URLSearchParams][] = [
      ["no token", tokenRequest("carrefour", "research:read")],
      ["empty", tokenRequest("", "research:read")],
      ["twice", new URLSearchParams([...tokenRequest(good, "research:read"), ["client_assertion", good]])],
    ];
    const otherKind = tokenRequest(good, "research:read");
    otherKind.set("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
    bodies.push(["of another kind", otherKind]);
    const withSecret = tokenRequest(good, "research:read");
    withSecret.set("client_secret", "essai");
    const withId = tokenRequest(good, "research:read");
    withId.set("client_id", "steward:publish");
    bodies.push(["for another client", withId]);
    for (const [what, body] of bodies) {
      const response = await fetch(issuer.tokenEndpoint, { method: "POST", body });
      const { error } = (await response.json()) as { error: string };
      expect({ what, isRefused: [400, 401].includes(response.status), error }).toEqual({
        what,
        isRefused: true,
        error: expect.stringMatching(/^invalid_(request|client)$/),
      });
    }
  });

  it.each(["", "admin", "steward:publish", "research:read steward:publish", "research:read admin", "openid"])(
    "gives no token for the scope “%s”, which is not the program's",
    async (scope) => {
      const response = await fetch(issuer.tokenEndpoint, {
        method: "POST",
        body: tokenRequest(assertion(), scope),
      });
      expect({ status: response.status, ...((await response.json()) as object) }).toMatchObject({
        status: 400,
        error: "invalid_scope",
      });
    },
  );

  it("is good exactly once when fifty are shown at the same moment, and never again", async () => {
    const shown = assertion();
    const answers = await Promise.all(Array.from({ length: 50 }, () => show(shown)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 401)]);
    expect((await show(shown)).status).toBe(401);
    expect(issuer.log.at(-1)).toMatchObject({ client: clientId, reason: "assertion used before" });
    // A log that holds what is shown would be shown in its turn.
    expect(JSON.stringify(issuer.log)).not.toContain(shown.split(".")[1]);
  });

  it("is used up by its identifier, whatever else a second one says", async () => {
    const jti = randomUUID();
    expect((await show(assertion({ claims: { jti } }))).status).toBe(200);
    expect((await show(assertion({ claims: { jti, exp: now() + 120 } }))).status).toBe(401);
  });

  it("stays used after a restart, and for another issuer on the same folder", async () => {
    const name = issuer.issuer;
    const shown = assertion();
    expect((await show(shown)).status).toBe(200);
    await issuer.close();
    issuer = await anIssuerAlone(folder.path, { issuerName: name });
    expect((await show(shown)).status).toBe(401);

    const beside = await anIssuerAlone(folder.path, { issuerName: name });
    const atBoth = assertion();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        fetch((index % 2 ? issuer : beside).tokenEndpoint, {
          method: "POST",
          body: tokenRequest(atBoth, "research:read"),
        }),
      ),
    );
    await beside.close();
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

let rsa: KeyObject | null = null;
const rsaKey = (): KeyObject => (rsa ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);

const publicPem = (key: KeyObject): string =>
  createPublicKey(key).export({ type: "spki", format: "pem" }).toString();
