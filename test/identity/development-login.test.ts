import { stat } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { aFolder } from "../harness/folder.js";
import { Browser } from "./browser.js";
import { askTokens, begin, codeRequest, exchange, logIn, program, refresh } from "./code-flow.js";
import { anIssuerAlone, type IssuerAlone } from "./issuer-alone.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
let alone: IssuerAlone;
let issuer: string;
const estrie = { code: "ciusss-estrie-chus", name: { fr: "Estrie <b>& CHUS</b>", en: null } };

beforeAll(async () => {
  folder = await aFolder();
  alone = await anIssuerAlone(folder.path, { register: [estrie] });
  issuer = alone.issuer;
});
afterAll(async () => {
  await alone.close();
  await folder.remove();
});

const account = `establishment:${estrie.code}`;

describe("a person logs in to the development issuer through the browser", () => {
  it("and gets a token for the account's own rights only, whatever the program asked", async () => {
    const request = codeRequest();
    const told = await logIn(issuer, account, request);
    expect(told.get("state")).toBe(request.parameters.state);
    expect(told.get("iss")).toBe(issuer);
    const tokens = await exchange(issuer, told.get("code"), request.verifier);
    expect(tokens).toMatchObject({ status: 200, expires_in: 300, scope: "figures:write" });
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ typ: "at+jwt", alg: "ES256" });
    const claims = decodeJwt(tokens.access_token);
    expect(claims).toEqual({
      iss: issuer,
      aud: "urn:carrefour",
      sub: account,
      client_id: "carrefour-cli",
      scope: "figures:write",
      establishment: estrie.code,
      development: true,
      jti: expect.stringMatching(/^[\w-]{20,}$/),
      iat: expect.any(Number),
      exp: Number(claims.iat) + 300,
    });
    expect(decodeJwt(tokens.id_token ?? "")).toMatchObject({ sub: account, aud: "carrefour-cli" });
  });

  it("with the same subject as the program of that account: logging in twice makes no second person", async () => {
    const request = codeRequest();
    const told = await logIn(issuer, "steward:publish", request);
    const { access_token } = await exchange(issuer, told.get("code"), request.verifier);
    expect(decodeJwt(access_token)).toMatchObject({ sub: "steward:publish", scope: "steward:publish" });
  });

  it.each([["urn:carrefour"], ["the hub's address"]])("naming the resource %s", async (resource) => {
    const named = resource === "urn:carrefour" ? resource : issuer.replace("/oidc", "");
    const request = codeRequest({ resource: named });
    const told = await logIn(issuer, "researcher", request);
    const { access_token } = await exchange(issuer, told.get("code"), request.verifier);
    expect(decodeJwt(access_token)).toMatchObject({ aud: "urn:carrefour", agreement: "entente-demo-1" });
  });

  it("on a page in French or English that needs no script and says that it is a demonstration", async () => {
    const french = await begin(issuer, codeRequest(), new Browser());
    expect(french.html).toContain('<html lang="fr-CA">');
    expect(french.html).toContain("Émetteur de <strong>démonstration</strong>");
    expect(french.html).not.toMatch(/<script|onload|javascript:/i);
    expect(french.html).toContain(`value="${account}"`);
    expect(french.html).toContain("Estrie &#60;b&#62;&#38; CHUS");
    for (const label of french.html.matchAll(/<label for="(\w+)"/g))
      expect(french.html).toMatch(new RegExp(`<(select|input) id="${label[1]}"`));
    expect(french.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(french.headers.get("x-content-type-options")).toBe("nosniff");
    expect(french.headers.get("cache-control")).toBe("no-store");

    for (const browser of [new Browser({ "accept-language": "en-CA,en;q=0.8,fr;q=0.5" }), new Browser()]) {
      const english = await begin(issuer, codeRequest({ ui_locales: "en" }), browser);
      expect(english.html).toContain('<html lang="en-CA">');
      expect(english.html).toContain("<strong>Demonstration</strong> issuer");
    }
    const browser = new Browser();
    const page = await begin(issuer, codeRequest(), browser);
    expect((await browser.open(new URL("?lang=en", page.url))).html).toContain('<html lang="en-CA">');
  });

  it("and is told what is wrong with an account that does not exist or has none of the rights asked", async () => {
    const browser = new Browser();
    const page = await begin(issuer, codeRequest({ scope: "openid steward:collect" }), browser);
    for (const [filledIn, said] of [
      [{ other: "président" }, "establishment:&#60;code&#62;"],
      [{ account: "" }, "Choisissez un compte"],
      [{ account: "researcher" }, "aucun des droits"],
    ] as const) {
      const again = await browser.submit(page, filledIn);
      expect(again.status).toBe(422);
      expect(again.html).toContain('role="alert"');
      expect(again.html).toContain(said);
    }
    // Nothing at all, not even an empty form.
    const cookie = browser.cookiesFor(page.url);
    expect((await fetch(page.url, { method: "POST", headers: { cookie } })).status).toBe(422);
    expect(
      (await browser.submit(page, { other: " steward:collect " })).url.searchParams.get("code"),
    ).toBeTruthy();
  });

  it("and may give up: the program is told so", async () => {
    const browser = new Browser();
    const page = await begin(issuer, codeRequest(), browser);
    const { url } = await browser.submit(page, { cancel: "yes" });
    expect(url.searchParams.get("error")).toBe("access_denied");
  });

  it("as somebody else in the same browser, and each token is its own person's", async () => {
    const browser = new Browser();
    for (const person of ["steward:collect", "steward:publish", "steward:collect"]) {
      const request = codeRequest();
      const told = await logIn(issuer, person, request, browser);
      const { access_token } = await exchange(issuer, told.get("code"), request.verifier);
      expect(decodeJwt(access_token).sub).toBe(person);
    }
  });

  it("by hand each time: a browser that is logged in gives no program a code unseen", async () => {
    const browser = new Browser();
    await logIn(issuer, account, codeRequest(), browser);
    const page = await begin(issuer, codeRequest(), browser);
    expect(page.html).toContain(`<option value="${account}" selected>`);
    const silent = await begin(issuer, codeRequest({ prompt: "none" }), browser);
    expect(silent.url.searchParams.get("error")).toBe("interaction_required");
  });

  it("only in the browser that began: the page's address alone opens nothing", async () => {
    const page = await begin(issuer, codeRequest(), new Browser());
    const stranger = new Browser();
    expect((await stranger.open(page.url)).status).toBe(400);
    const posted = await stranger.open(page.url, new URLSearchParams({ account }));
    expect({ status: posted.status, hasCode: posted.url.searchParams.has("code") }).toEqual({
      status: 400,
      hasCode: false,
    });
    expect(posted.html).not.toMatch(/\.js:\d|node_modules/);
  });

  it("and out again: the browser's session ends", async () => {
    const browser = new Browser();
    await logIn(issuer, account, codeRequest(), browser);
    const question = await browser.open(`${issuer}/session/end`);
    expect(question.html).toContain("Se déconnecter du carrefour");
    const done = await browser.submit(question, { logout: "yes" });
    expect(done.html).toContain("Vous êtes déconnecté");
    const page = await begin(issuer, codeRequest(), browser);
    expect(page.html).not.toContain("selected");
    expect((await new Browser().open(`${issuer}/session/end`)).html).toContain("Vous êtes déconnecté");
  });
});

describe("what the development issuer does not give a code for", () => {
  it.each([
    ["no challenge", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request"],
    ["a plain challenge", { code_challenge_method: "plain" }, "invalid_request"],
    ["a challenge without its method", { code_challenge_method: undefined }, "invalid_request"],
    ["an implicit token", { response_type: "token" }, "invalid_request"],
    ["another resource", { resource: "https://ailleurs.example" }, "invalid_target"],
  ])("%s", async (_, changes, error) => {
    const request = codeRequest(changes);
    const { url } = await begin(issuer, request, new Browser());
    const told = Object.fromEntries(new URLSearchParams(url.search || url.hash.slice(1)));
    expect(told).toMatchObject({ error, state: request.parameters.state });
    expect(told).not.toHaveProperty("code");
  });

  it("an answer by a form that sends itself: it would need a script, which the page's policy forbids", async () => {
    const visit = await begin(issuer, codeRequest({ response_mode: "form_post" }), new Browser());
    expect(visit.status).toBe(400);
    expect(visit.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(visit.html).not.toContain('name="code"');
  });

  it.each([
    ["a foreign address", "https://ailleurs.example/callback"],
    ["another path", "http://127.0.0.1:53682/autre"],
    ["another host", "http://localhost:53682/callback"],
    ["an address with a query", "http://127.0.0.1:53682/callback?x=1"],
    ["a user in the address", "http://carrefour@127.0.0.1:53682/callback"],
    ["an address that only begins well", "http://127.0.0.1.ailleurs.example/callback"],
    ["no address", undefined],
  ])("a redirect to %s: nobody is sent there", async (_, redirect) => {
    const visit = await begin(issuer, codeRequest({ redirect_uri: redirect }), new Browser());
    expect({ status: visit.status, origin: visit.url.origin }).toEqual({
      status: 400,
      origin: new URL(issuer).origin,
    });
  });

  it("a program that is not registered, and an account's own name instead of a program's", async () => {
    for (const client of ["inconnu", account]) {
      const visit = await begin(issuer, codeRequest({ client_id: client }), new Browser());
      expect({ status: visit.status, origin: visit.url.origin }).toEqual({
        status: 400,
        origin: new URL(issuer).origin,
      });
    }
  });
});

describe("an authorization code", () => {
  const aCode = async (): Promise<{ code: string; verifier: string }> => {
    const request = codeRequest();
    const told = await logIn(issuer, account, request);
    return { code: told.get("code") ?? "", verifier: request.verifier };
  };

  it("is worth nothing without the verifier, with another one, or for another address", async () => {
    const { code, verifier } = await aCode();
    const other = codeRequest().verifier;
    expect(await exchange(issuer, code, other)).toMatchObject({ status: 400, error: "invalid_grant" });
    const form = { grant_type: "authorization_code", code, redirect_uri: program.redirect_uri };
    expect(await askTokens(issuer, form)).toMatchObject({ status: 400, error: "invalid_grant" });
    const elsewhere = { ...form, redirect_uri: "http://127.0.0.1:1/callback", code_verifier: verifier };
    expect(await askTokens(issuer, elsewhere)).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("is good once: shown again it ends the login that it began", async () => {
    const { code, verifier } = await aCode();
    const first = await exchange(issuer, code, verifier);
    expect(first.status).toBe(200);
    expect(await exchange(issuer, code, verifier)).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await refresh(issuer, first.refresh_token)).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("is good once when ten show it at the same moment", async () => {
    const { code, verifier } = await aCode();
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(issuer, code, verifier)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThanOrEqual(9);
  });
});

describe("a refresh token", () => {
  const aLogin = async () => {
    const request = codeRequest();
    const told = await logIn(issuer, account, request);
    return exchange(issuer, told.get("code"), request.verifier);
  };

  it("gives new tokens and is replaced", async () => {
    const first = await aLogin();
    const second = await refresh(issuer, first.refresh_token);
    expect(second).toMatchObject({ status: 200, expires_in: 300, scope: "figures:write" });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(decodeJwt(second.access_token)).toMatchObject({ sub: account, establishment: estrie.code });
    expect((await refresh(issuer, second.refresh_token)).status).toBe(200);
  });

  it("that is used twice ends the login for whoever holds the other", async () => {
    const first = await aLogin();
    const second = await refresh(issuer, first.refresh_token);
    expect(await refresh(issuer, first.refresh_token)).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await refresh(issuer, second.refresh_token)).toMatchObject({
      status: 400,
      error: "invalid_grant",
    });
  });

  it("cannot ask for more than the login gave", async () => {
    const { refresh_token } = await aLogin();
    const more = { grant_type: "refresh_token", refresh_token, scope: "steward:publish" };
    expect(await askTokens(issuer, more)).toMatchObject({ status: 400, error: "invalid_scope" });
  });

  it("is worth nothing once it is revoked", async () => {
    const { refresh_token } = await aLogin();
    const response = await fetch(`${issuer}/token/revocation`, {
      method: "POST",
      body: new URLSearchParams({ client_id: "carrefour-cli", token: refresh_token }),
    });
    expect(response.status).toBe(200);
    expect((await refresh(issuer, refresh_token)).status).toBe(400);
  });
});

describe("the development issuer's edges", () => {
  it("answers what it does not know with 404 or 400, and never shows how it is made", async () => {
    for (const [method, path] of [
      ["GET", "/oidc/inconnu"],
      ["GET", "/oidc/me"],
      ["POST", "/oidc/reg"],
      ["DELETE", "/oidc/token"],
      ["GET", "/oidc/interaction/x"],
      ["GET", "/oidc/auth/x"],
      ["GET", "/oidc/%00"],
      ["GET", "/oidc/..%2f..%2fetc"],
      ["POST", "/oidc/token"],
    ] as const) {
      const response = await fetch(new URL(path, issuer), { method, headers: { accept: "text/html" } });
      const text = await response.text();
      expect({ method, path, isRefused: [400, 404, 405].includes(response.status) }).toEqual({
        method,
        path,
        isRefused: true,
      });
      expect(text).not.toMatch(/node_modules|\.js:\d|at .*\(/);
    }
  });

  it("names itself as the hub is configured, not as a Host header says", async () => {
    const { hostname, port } = new URL(issuer);
    const body = await new Promise<string>((resolve, reject) => {
      const headers = {
        host: "ailleurs.example",
        "x-forwarded-host": "ailleurs.example",
        "x-forwarded-proto": "https",
      };
      get({ hostname, port, path: "/oidc/.well-known/openid-configuration", headers }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve(text));
      }).on("error", reject);
    });
    expect(body).not.toContain("ailleurs");
    expect(JSON.parse(body)).toMatchObject({ issuer, token_endpoint: `${issuer}/token` });
  });

  it("keeps its name and its secure cookies behind a proxy that speaks https for it", async () => {
    const behind = await anIssuerAlone(folder.path, { issuerName: "https://carrefour.exemple.ca/oidc" });
    const own = behind.tokenEndpoint.replace("/token", "");
    const discovery = await fetch(`${own}/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({
      issuer: "https://carrefour.exemple.ca/oidc",
      authorization_endpoint: "https://carrefour.exemple.ca/oidc/auth",
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt", "none"],
      token_endpoint_auth_signing_alg_values_supported: ["ES384", "RS384"],
    });
    const begun = await fetch(`${own}/auth?${new URLSearchParams(codeRequest().parameters)}`, {
      redirect: "manual",
    });
    await behind.close();
    const cookies = begun.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies)
      for (const guard of ["; path=/oidc", "; secure", "; httponly", "; samesite=lax"])
        expect(cookie.toLowerCase()).toContain(guard);
  });

  it("signs with the same key after a restart, kept where only its owner reads it", async () => {
    const keysOf = async (at: string): Promise<unknown> =>
      (await fetch(at.replace("/token", "/jwks"))).json();
    const again = await anIssuerAlone(folder.path, { issuerName: issuer });
    expect(await keysOf(again.tokenEndpoint)).toEqual(await keysOf(alone.tokenEndpoint));
    await again.close();
    for (const file of ["development-issuer-keys.json", "development-client-key.pem"])
      expect(((await stat(join(folder.path, file))).mode & 0o777).toString(8)).toBe("600");
  });

  it("refuses a body that is too large or not a form", async () => {
    for (const [type, body] of [
      ["application/json", "{}"],
      ["application/x-www-form-urlencoded", "a".repeat(60_000)],
    ] as const) {
      const response = await fetch(alone.tokenEndpoint, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
      expect(response.status).toBe(400);
    }
  });
});
