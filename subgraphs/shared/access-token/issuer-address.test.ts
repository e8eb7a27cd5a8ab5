import { describe, expect, it } from "vitest";
import { readConfig } from "../../../gateway/config.js";
import { issuerAddressOf, keysAddressOf } from "./issuer-address.js";

const production = (OIDC_ISSUER: string, OIDC_DISCOVERY_URL?: string) =>
  issuerAddressOf({ NODE_ENV: "production", OIDC_ISSUER, OIDC_DISCOVERY_URL });

describe("the address of the issuer", () => {
  it.each([
    ["https://id.exemple.ca", "https://id.exemple.ca/.well-known/openid-configuration"],
    ["https://id.exemple.ca/realms/a/", "https://id.exemple.ca/realms/a/.well-known/openid-configuration"],
    ["http://127.0.0.1:9/oidc", "http://127.0.0.1:9/oidc/.well-known/openid-configuration"],
    ["http://[::1]:9", "http://[::1]:9/.well-known/openid-configuration"],
    ["http://localhost:9", "http://localhost:9/.well-known/openid-configuration"],
  ])("%s is asked for its keys in production", (issuer, discoveryUrl) => {
    expect(production(issuer)).toEqual({ issuer, discoveryUrl });
  });

  it.each([
    "http://id.exemple.ca",
    "http://127.0.0.1.exemple.ca",
    "http://localhost.exemple.ca",
    "http://10.0.0.7",
  ])("%s is refused in production: its keys could be changed on the way", (issuer) => {
    expect(() => production(issuer)).toThrow(/https.*OIDC_DISCOVERY_URL/s);
    expect(issuerAddressOf({ NODE_ENV: "development", OIDC_ISSUER: issuer })).not.toBeNull();
  });

  it("may be of a private network when the operator says so", () => {
    const keycloak = "http://keycloak:8080/.well-known/openid-configuration";
    expect(production("http://id.exemple.ca", keycloak)?.discoveryUrl).toBe(keycloak);
  });

  it("keeps a hub from starting in production when it is not protected", () => {
    const environment = { NODE_ENV: "production", OIDC_ISSUER: "http://id.exemple.ca" };
    expect(() => readConfig(environment)).toThrow("OIDC_ISSUER=http://id.exemple.ca");
  });
});

describe("the address of the issuer's keys", () => {
  const issuer = "https://id.exemple.ca";
  const nearby = "http://keycloak:8080/.well-known/openid-configuration";

  it.each([
    ["https://id.exemple.ca/jwks?v=1", `${issuer}/.well-known`, "https://id.exemple.ca/jwks?v=1"],
    ["https://cles.exemple.ca/jwks", `${issuer}/.well-known`, "https://cles.exemple.ca/jwks"],
    ["http://cles.exemple.ca/jwks", `${issuer}/.well-known`, null],
    ["http://keycloak:8080/jwks", nearby, "http://keycloak:8080/jwks"],
    // The issuer tells its public address, which this network may not reach.
    ["https://id.exemple.ca/jwks", nearby, "http://keycloak:8080/jwks"],
    ["file:///etc/passwd", nearby, null],
    ["jwks", nearby, null],
  ])("told as %s beside %s is %s", (told, discoveryUrl, expected) => {
    expect(keysAddressOf({ issuer, discoveryUrl }, told)?.href ?? null).toBe(expected);
  });
});
