import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import type { ClientMetadata, Configuration, Provider } from "oidc-provider";
import { type RealmClient, type RealmFile, realmFile } from "../../gateway/identity/keycloak/realm-file.js";
import { loadProvider } from "../../gateway/identity/development-issuer/load-provider.js";
import { claimsOf, people, subjectOf } from "./realm-claims.js";

// What stands in for Keycloak, which needs a container: a real issuer whose clients, keys, scopes, claims, lifetimes and
// people are those of realm.json and nothing else. It proves what the file says, not that Keycloak reads it so.

/** Reads the realm file as `--import-realm` does, with ${NAME} taken from the environment. */
export function readRealm(path: string, environment: Readonly<Record<string, string>>): RealmFile {
  const text = readFileSync(path, "utf8").replace(/\$\{(\w+)\}/g, (written, name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`${path} needs ${written}, which the environment does not give`);
    return value;
  });
  return realmFile.parse(JSON.parse(text));
}

export interface RealmIssuerOptions {
  readonly realm: RealmFile;
  /** The issuer as browsers know it: Keycloak's KC_HOSTNAME and the realm. */
  readonly issuer: string;
  /** Where it listens: as the host publishes it, and in the network of the containers. */
  readonly listen: readonly { readonly host: string; readonly port: number }[];
  /** Where it says that it is ready. */
  readonly health: { readonly host: string; readonly port: number };
}

/** Serves the realm until the process ends. */
export async function serveRealm(options: RealmIssuerOptions): Promise<void> {
  const { realm, issuer } = options;
  const provider = await providerOf(realm, issuer);
  const path = new URL(issuer).pathname;
  const answer = provider.callback();
  const listenAt = async (
    { host, port }: RealmIssuerOptions["health"],
    serve: (request: IncomingMessage, response: ServerResponse) => void,
  ): Promise<void> => {
    const server = createServer(serve);
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  };
  for (const place of options.listen)
    await listenAt(place, (request: IncomingMessage & { originalUrl?: string }, response) => {
      if (!request.url?.startsWith(`${path}/`)) return void response.writeHead(404).end();
      if (request.url.startsWith(`${path}/login/`)) return void loginPage(provider, realm, request, response);
      request.originalUrl = request.url;
      request.url = request.url.slice(path.length);
      void answer(request, response);
    });
  await listenAt(options.health, (request, response) => {
    response.writeHead(request.url === "/health/ready" ? 200 : 404).end();
  });
}

function metadataOf(realm: RealmFile, client: RealmClient): ClientMetadata & { client_id: string } {
  const { attributes, publicClient, standardFlowEnabled } = client;
  const granted = [
    ...(standardFlowEnabled ? ["authorization_code", "refresh_token"] : []),
    ...(client.serviceAccountsEnabled ? ["client_credentials"] : []),
  ];
  return {
    client_id: client.clientId,
    application_type: "native",
    token_endpoint_auth_method: publicClient ? "none" : "private_key_jwt",
    ...(attributes["token.endpoint.auth.signing.alg"] && {
      token_endpoint_auth_signing_alg: attributes["token.endpoint.auth.signing.alg"],
    }),
    ...(attributes["jwks.string"] && { jwks: attributes["jwks.string"] }),
    grant_types: granted,
    response_types: standardFlowEnabled ? ["code"] : [],
    redirect_uris: [...client.redirectUris],
    scope: ["openid", ...client.defaultClientScopes, ...client.optionalClientScopes]
      .filter((scope) => scope !== "basic")
      .join(" "),
    id_token_signed_response_alg: realm.defaultSignatureAlgorithm,
  };
}

async function providerOf(realm: RealmFile, issuer: string): Promise<Provider> {
  const { errors, Provider: OidcProvider } = await loadProvider();
  const { privateKey } = await generateKeyPair(realm.defaultSignatureAlgorithm, { extractable: true });
  const key = {
    ...(await exportJWK(privateKey)),
    use: "sig",
    alg: realm.defaultSignatureAlgorithm,
    kid: "realm",
  };
  const clientOf = (id: string | undefined): RealmClient => {
    const found = realm.clients.find(({ clientId }) => clientId === id);
    if (!found) throw new errors.InvalidClient("unknown client");
    return found;
  };
  const names = realm.clientScopes.map(({ name }) => name).filter((name) => name !== "basic");
  const life = (id: string | undefined): number => Number(clientOf(id).attributes["access.token.lifespan"]);
  const configuration: Configuration = {
    clients: realm.clients.map((client) => metadataOf(realm, client)),
    jwks: { keys: [key] } as NonNullable<Configuration["jwks"]>,
    scopes: ["openid", ...names],
    responseTypes: ["code"],
    clientAuthMethods: ["private_key_jwt", "none"],
    enabledJWA: {
      clientAuthSigningAlgValues: ["ES384", "RS384"],
      idTokenSigningAlgValues: [realm.defaultSignatureAlgorithm],
    },
    clientDefaults: { id_token_signed_response_alg: realm.defaultSignatureAlgorithm },
    cookies: { keys: ["realm"] },
    pkce: {
      required: (_, { clientId }) => clientOf(clientId).attributes["pkce.code.challenge.method"] === "S256",
    },
    routes: {
      authorization: "/protocol/openid-connect/auth",
      token: "/protocol/openid-connect/token",
      jwks: "/protocol/openid-connect/certs",
      revocation: "/protocol/openid-connect/revoke",
    },
    assertJwtClientAuthClaimsAndHeader: async (_, { exp, iat }, __, { clientId }) => {
      const most = Number(clientOf(clientId).attributes["token.endpoint.auth.signing.max.exp"]);
      if (typeof iat !== "number" || Number(exp) - iat > most) throw new errors.InvalidClientAuth("too long");
    },
    findAccount: (_, id) =>
      people(realm).some((person) => person.id === id)
        ? { accountId: id, claims: () => ({ sub: id }) }
        : undefined,
    interactions: { url: (_, { uid }) => `${new URL(issuer).pathname}/login/${uid}` },
    issueRefreshToken: (_, client) => clientOf(client.clientId).attributes["use.refresh.tokens"] === "true",
    expiresWithSession: () => false,
    rotateRefreshToken: realm.revokeRefreshToken,
    ttl: {
      AccessToken: (_, token) => life(token.clientId),
      ClientCredentials: (_, token) => life(token.clientId),
      AuthorizationCode: realm.accessCodeLifespan,
      IdToken: realm.accessTokenLifespan,
      RefreshToken: realm.ssoSessionIdleTimeout,
      Grant: realm.ssoSessionMaxLifespan,
      Session: realm.ssoSessionMaxLifespan,
      Interaction: 600,
    },
    formats: {
      customizers: {
        jwt(_, token, jwt) {
          const client = clientOf(token.clientId);
          const { accountId } = token as { accountId?: string };
          const asked = (token as { scope?: string }).scope?.split(" ") ?? [];
          // Every login asks for it; the library keeps it apart from the scopes of tokens.
          if (accountId !== undefined) asked.push("openid");
          const { jti, iat, exp, iss } = jwt.payload;
          jwt.payload = {
            ...{ jti, iat, exp, iss },
            ...claimsOf(realm, client, subjectOf(realm, accountId, client.clientId), asked),
          };
          const isTyped = client.attributes["access.token.header.type.rfc9068"] === "true";
          jwt.header = { ...jwt.header, typ: isTyped ? "at+jwt" : "JWT" };
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => "urn:realm",
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: names.join(" "),
          audience: "urn:realm",
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: realm.defaultSignatureAlgorithm } },
        }),
      },
    },
  };
  return new OidcProvider(issuer, configuration);
}

// Keycloak would also ask for a new password at the first login (requiredActions).
async function loginPage(
  provider: Provider,
  realm: RealmFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const page = '<form method="post" action="?"><input name="username"><input name="password"></form>';
  if (request.method === "GET") return void response.end(page);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sent = new URLSearchParams(Buffer.concat(chunks).toString());
  const person = people(realm).find(
    ({ username, credentials: [{ value }] }) =>
      username === sent.get("username") && value === sent.get("password"),
  );
  if (!person) return void response.writeHead(401).end(page);
  const grant = new provider.Grant({ accountId: person.id, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  for (const resource of [params.resource].flat().map(String))
    grant.addResourceScope(resource, String(params.scope));
  const result = { login: { accountId: person.id }, consent: { grantId: await grant.save() } };
  const next = await provider.interactionResult(request, response, result);
  response.writeHead(303, { location: next }).end();
}
