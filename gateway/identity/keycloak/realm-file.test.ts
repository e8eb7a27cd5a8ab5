import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scopes } from "../../../subgraphs/index.js";
import { demonstrationClaims } from "../demonstration-accounts.js";
import { commandLineClient, machineClient, portalClient } from "../development-issuer/clients.js";
import { tokenLifeSeconds } from "../development-issuer/resource.js";
import { assertionAlgorithms, assertionLifeSeconds } from "../client-assertion.js";
import { type ProtocolMapper, type RealmClient, realmFile, type RealmPerson } from "./realm-file.js";

const text = readFileSync("gateway/identity/keycloak/realm.json", "utf8");
const realm = realmFile.parse(JSON.parse(text));
const people = realm.users.filter((user): user is RealmPerson => "credentials" in user);
const machines = realm.clients.filter(({ serviceAccountsEnabled }) => serviceAccountsEnabled);
const commandLine = realm.clients.find(({ clientId }) => clientId === "carrefour-cli") as RealmClient;

const portal = realm.clients.find(({ clientId }) => clientId === "carrefour-portal") as RealmClient;
// Where docker-compose.yml publishes the hub.
const composedUrl = "http://127.0.0.1:4000";

const hardcoded = ({ protocolMappers }: RealmClient): Record<string, string> =>
  Object.fromEntries(
    protocolMappers.flatMap(({ protocolMapper, config }) =>
      protocolMapper === "oidc-hardcoded-claim-mapper" ? [[config["claim.name"], config["claim.value"]]] : [],
    ),
  );
const kinds = ({ protocolMappers }: { protocolMappers: readonly ProtocolMapper[] }): string[] =>
  protocolMappers.map(({ protocolMapper }) => protocolMapper);

/** The one scope of the hub that stands for an account, with what else its tokens say. */
const claimsOf = (account: string): { scope: string; claims: Record<string, string> } => {
  const { scope = "", ...claims } = demonstrationClaims(account) ?? {};
  return { scope, claims };
};

describe("Keycloak's realm for a trial", () => {
  it("has no attribute that Keycloak would not know, and refuses a misspelt one", () => {
    const misspelt = text.replaceAll("access.token.header.type.rfc9068", "access.token.header.rfc9068");
    expect(realmFile.safeParse(JSON.parse(misspelt)).success).toBe(false);
    expect(realmFile.safeParse({ ...JSON.parse(text), bruteForceProtection: true }).success).toBe(false);
  });

  it("has one program and one person for each kind of demonstration account, with its scope and claims", () => {
    const accounts = [
      "establishment:ciusss-estrie-chus",
      "researcher",
      "steward:collect",
      "steward:publish",
      "steward:privacy",
    ];
    expect(machines.map(({ clientId }) => clientId)).toEqual(accounts);
    expect(people.map(({ id }) => id)).toEqual(accounts);
    for (const account of accounts) {
      const { scope, claims } = claimsOf(account);
      const machine = machines.find(({ clientId }) => clientId === account) as RealmClient;
      expect(machine.defaultClientScopes).toEqual([scope]);
      expect(machine.optionalClientScopes).toEqual([]);
      // The person and the program of an account are one: logging in twice makes no second pair of eyes.
      expect(hardcoded(machine)).toEqual({ sub: account, client_id: account, ...claims });
      const person = people.find(({ id }) => id === account);
      expect(person?.realmRoles).toEqual([scope]);
      expect(Object.entries(person?.attributes ?? {}).map(([name, [value]]) => [name, value])).toEqual(
        Object.entries(claims),
      );
    }
  });

  it("lets programs in as the development issuer does: by private_key_jwt, at most 300 seconds, client credentials only", () => {
    for (const machine of machines) {
      const development = machineClient(machine.clientId, { keys: [] });
      expect(development).toMatchObject({
        token_endpoint_auth_method: "private_key_jwt",
        grant_types: ["client_credentials"],
        scope: machine.defaultClientScopes.join(" "),
      });
      expect(machine).toMatchObject({
        publicClient: false,
        clientAuthenticatorType: "client-jwt",
        standardFlowEnabled: false,
        redirectUris: [],
      });
      const { attributes } = machine;
      expect(assertionAlgorithms).toContain(attributes["token.endpoint.auth.signing.alg"]);
      expect(attributes["token.endpoint.auth.signing.max.exp"]).toBe(String(assertionLifeSeconds));
      expect(attributes["use.jwks.string"]).toBe("true");
      for (const { alg, x, y, kid } of attributes["jwks.string"]?.keys ?? []) {
        expect(alg).toBe(attributes["token.endpoint.auth.signing.alg"]);
        expect({ x, y, kid }).toEqual({
          x: "${MACHINE_KEY_X}",
          y: "${MACHINE_KEY_Y}",
          kid: "${MACHINE_KEY_ID}",
        });
      }
    }
  });

  it("lets people in as the development issuer does: two public clients, code with S256, each with its own redirect", () => {
    expect(realm.clients.filter(({ publicClient }) => publicClient)).toEqual([commandLine, portal]);
    const development = portalClient(composedUrl);
    expect(portal.clientId).toBe(development.client_id);
    expect(portal.redirectUris).toEqual(development.redirect_uris);
    expect(portal.attributes["post.logout.redirect.uris"]?.split("##")).toEqual(
      development.post_logout_redirect_uris,
    );
    expect(hardcoded(portal)).toEqual({ client_id: development.client_id });
    // What else the two are alike in.
    for (const [ours, theirs] of [
      [portal.optionalClientScopes, commandLine.optionalClientScopes],
      [portal.defaultClientScopes, commandLine.defaultClientScopes],
      [portal.attributes["pkce.code.challenge.method"], "S256"],
      [kinds(portal), kinds(commandLine)],
      [development.token_endpoint_auth_method, commandLineClient.token_endpoint_auth_method],
      [development.scope, commandLineClient.scope],
    ])
      expect(ours).toEqual(theirs);
    expect(commandLine.clientId).toBe(commandLineClient.client_id);
    expect(commandLine.redirectUris).toEqual(commandLineClient.redirect_uris);
    expect(commandLine).toMatchObject({ standardFlowEnabled: true, serviceAccountsEnabled: false });
    expect(commandLine.attributes["pkce.code.challenge.method"]).toBe("S256");
    expect(commandLineClient.token_endpoint_auth_method).toBe("none");
    const asked = (commandLineClient.scope ?? "")
      .split(" ")
      .filter((scope) => !/^openid$|^offline/.test(scope));
    expect(commandLine.optionalClientScopes).toEqual(asked);
    expect(hardcoded(commandLine)).toEqual({ client_id: "carrefour-cli" });
  });

  it("has the five scopes of the hub, each for who has the role of that name only", () => {
    const named = realm.clientScopes.filter(
      ({ attributes }) => attributes["include.in.token.scope"] === "true",
    );
    expect(named.map(({ name }) => name)).toEqual([...scopes]);
    expect(realm.scopeMappings).toEqual(scopes.map((scope) => ({ clientScope: scope, roles: [scope] })));
    expect(realm.roles.realm.map(({ name }) => name)).toEqual([...scopes]);
    for (const { clientId } of machines) {
      const account = realm.users.find(
        (user) => "serviceAccountClientId" in user && user.serviceAccountClientId === clientId,
      );
      expect(account?.realmRoles).toEqual([claimsOf(clientId).scope]);
    }
  });

  it("gives tokens of RFC 9068 for the hub alone, for 300 seconds, renewed once by each refresh token", () => {
    expect(realm.accessTokenLifespan).toBe(tokenLifeSeconds);
    expect(realm).toMatchObject({ revokeRefreshToken: true, refreshTokenMaxReuse: 0 });
    for (const client of realm.clients) {
      expect(client.attributes["access.token.header.type.rfc9068"]).toBe("true");
      expect(client.attributes["access.token.lifespan"]).toBe(String(tokenLifeSeconds));
      const audiences = client.protocolMappers.flatMap(({ protocolMapper, config }) =>
        protocolMapper === "oidc-audience-mapper" ? [config["included.custom.audience"]] : [],
      );
      expect(audiences).toEqual(["urn:carrefour"]);
    }
    // The scope that Keycloak calls roles would add the audience « account ».
    expect(realm.clientScopes.map(({ name }) => name)).not.toContain("roles");
    const basic = realm.clientScopes.find(({ name }) => name === "basic");
    expect(kinds(basic ?? { protocolMappers: [] })).toEqual(["oidc-sub-mapper"]);
    expect(commandLine.defaultClientScopes).toEqual(["basic"]);
  });

  it("guards its people: nobody registers, guesses on, or writes the establishment that they speak for", () => {
    expect(realm).toMatchObject({
      registrationAllowed: false,
      resetPasswordAllowed: false,
      editUsernameAllowed: false,
      bruteForceProtected: true,
    });
    expect(realm.failureFactor).toBeLessThanOrEqual(10);
    for (const { requiredActions, credentials } of people) {
      expect(requiredActions).toEqual(["UPDATE_PASSWORD"]);
      expect(credentials).toEqual([
        { type: "password", value: "${DEMONSTRATION_PASSWORD}", temporary: true },
      ]);
    }
    const [{ config }] = realm.components["org.keycloak.userprofile.UserProfileProvider"];
    const [{ attributes }] = config["kc.user.profile.config"];
    const claims = new Set(people.flatMap((person) => Object.keys(person.attributes)));
    expect([...claims].sort()).toEqual(["agreement", "establishment"]);
    for (const claim of claims)
      expect(attributes.find(({ name }) => name === claim)?.permissions.edit).toEqual(["admin"]);
  });

  it("holds no secret: what is secret is named, and comes from the environment", () => {
    const named = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(
      new Set(["MACHINE_KEY_ID", "MACHINE_KEY_X", "MACHINE_KEY_Y", "DEMONSTRATION_PASSWORD"]),
    );
    expect(text).not.toMatch(/PRIVATE KEY|"secret"|"d\\?":/);
  });
});
