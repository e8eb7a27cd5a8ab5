import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type { Issuer } from "../access/issuer.js";
import { authorizationAddress, newAttempt, tradeAnswer } from "./authorization.js";

const client = "carrefour-cli";
const redirectUri = "http://127.0.0.1:5000/callback";
let server: Server;
let issuer: Issuer;
let sign: (claims: JWTPayload, by?: "registered" | "stranger") => Promise<string>;
// What the issuer will answer to a code, and the forms that it was sent.
let given: object;
let asked: URLSearchParams[];

beforeAll(async () => {
  const [registered, stranger] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
  const keys = { keys: [{ ...(await exportJWK(registered.publicKey)), alg: "ES256", kid: "one" }] };
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (request.method === "POST") asked.push(new URLSearchParams(body));
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(request.method === "POST" ? given : keys));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer = {
    issuer: own,
    authorizationEndpoint: `${own}/auth?tenant=1`,
    tokenEndpoint: `${own}/token`,
    keysAddress: `${own}/keys`,
    revocationEndpoint: null,
    namesItself: false,
    scopes: ["openid"],
  };
  sign = (claims, by = "registered") =>
    new SignJWT({ iss: own, aud: client, sub: "someone", ...claims })
      .setProtectedHeader({ alg: "ES256", kid: "one" })
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? "60s")
      .sign((by === "registered" ? registered : stranger).privateKey);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const anAttempt = () => newAttempt({ issuer, client, redirectUri, scope: "openid figures:write" });
const grant = (idToken: string | null): object => ({
  access_token: "access",
  token_type: "Bearer",
  expires_in: 300,
  refresh_token: "refresh",
  ...(idToken === null ? {} : { id_token: idToken }),
});
const answerTo = ({ state }: { state: string }, more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({ state, code: "the-code", ...more });

describe("one attempt to log in", () => {
  it("proves with its verifier that the code is its own", async () => {
    const attempt = anAttempt();
    const address = new URL(authorizationAddress(attempt, "fr"));
    expect(address.searchParams.get("tenant")).toBe("1");
    given = grant(await sign({ nonce: attempt.nonce }));
    expect(await tradeAnswer(attempt, answerTo(attempt))).toMatchObject({
      accessToken: "access",
      refreshToken: "refresh",
    });
    const [form] = asked;
    const verifier = form?.get("code_verifier") ?? "";
    expect(createHash("sha256").update(verifier).digest("base64url")).toBe(
      address.searchParams.get("code_challenge"),
    );
    expect(form?.get("redirect_uri")).toBe(redirectUri);
    expect(form?.get("code")).toBe("the-code");
  });

  it.each([
    ["in answer to another request", async () => sign({ nonce: "other" })],
    ["without a nonce", async () => sign({})],
    ["for another program", async (nonce: string) => sign({ nonce, aud: "other" })],
    ["of another issuer", async (nonce: string) => sign({ nonce, iss: "https://other.example" })],
    ["signed by nobody known", async (nonce: string) => sign({ nonce }, "stranger")],
    ["that is over", async (nonce: string) => sign({ nonce, exp: 1 })],
    ["that is none at all", async () => null],
  ])("refuses an identity token %s", async (_, idToken: (nonce: string) => Promise<string | null>) => {
    const attempt = anAttempt();
    given = grant(await idToken(attempt.nonce));
    await expect(tradeAnswer(attempt, answerTo(attempt))).rejects.toThrow("jeton d'identité");
  });

  it("asks nobody when the answer is of another login, or says a thing twice", async () => {
    const attempt = anAttempt();
    given = grant(await sign({ nonce: attempt.nonce }));
    await expect(tradeAnswer(attempt, answerTo({ state: "other" }))).rejects.toThrow("(state)");
    for (const name of ["state", "code", "iss", "error"]) {
      const doubled = answerTo(attempt);
      for (let times = doubled.getAll(name).length; times < 2; times += 1)
        doubled.append(name, issuer.issuer);
      await expect(tradeAnswer(attempt, doubled)).rejects.toThrow(`(${name})`);
    }
    expect(asked).toEqual([]);
  });

  it("needs the name of an issuer that says it names itself, and refuses any other name", async () => {
    const attempt = newAttempt({ ...anAttempt(), issuer: { ...issuer, namesItself: true } });
    given = grant(await sign({ nonce: attempt.nonce }));
    await expect(tradeAnswer(attempt, answerTo(attempt))).rejects.toThrow("(iss)");
    await expect(tradeAnswer(attempt, answerTo(attempt, { iss: `${issuer.issuer}/` }))).rejects.toThrow(
      "(iss)",
    );
    await expect(tradeAnswer(attempt, answerTo(attempt, { iss: issuer.issuer }))).resolves.toBeDefined();
  });

  it("tells an issuer's words without letting them command the terminal", async () => {
    const attempt = anAttempt();
    const told = { error: "server_error", error_description: "\u001b[2Jeffacé" };
    await expect(tradeAnswer(attempt, answerTo(attempt, told))).rejects.toThrow(
      "(server_error :  [2Jeffacé)",
    );
  });

  it("says so when the issuer logs no people in", () => {
    const attempt = newAttempt({ ...anAttempt(), issuer: { ...issuer, authorizationEndpoint: null } });
    expect(() => authorizationAddress(attempt, "fr")).toThrow("ne connecte pas de personnes");
  });
});
