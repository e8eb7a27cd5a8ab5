import type { ClientMetadata, JWKS } from "oidc-provider";
import { scopes } from "../../../subgraphs/index.js";
import { paths, signInReturnPath } from "../../portal/addresses.js";
import { languages } from "../../portal/language.js";
import { demonstrationClaims } from "../demonstration-accounts.js";

/** The command line: it logs people in through a browser and a loopback redirect (RFC 8252). */
export const commandLineClient: ClientMetadata & { client_id: string } = {
  client_id: "carrefour-cli",
  client_name: "npx carrefour",
  application_type: "native",
  token_endpoint_auth_method: "none",
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  response_modes: ["query"],
  // Any port: the command line listens where it can (RFC 8252 §7.3).
  redirect_uris: ["http://127.0.0.1/callback"],
  scope: ["openid", "offline_access", ...scopes].join(" "),
};

/** The portal: its server signs people in and keeps their tokens to itself; the browser only has a cookie of it. */
export const portalClient = (publicUrl: string): ClientMetadata & { client_id: string } => ({
  client_id: "carrefour-portal",
  client_name: "Carrefour",
  application_type: "web",
  token_endpoint_auth_method: "none",
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  response_modes: ["query"],
  redirect_uris: [`${publicUrl}${signInReturnPath}`],
  post_logout_redirect_uris: languages.map((language) => `${publicUrl}${paths.signOut[language]}`),
  scope: ["openid", "offline_access", ...scopes].join(" "),
});

/** A program that acts as a demonstration account; undefined when there is no such account. */
export function machineClient(
  clientId: string,
  jwks: JWKS,
): (ClientMetadata & { client_id: string }) | undefined {
  const claims = demonstrationClaims(clientId);
  if (claims === null) return undefined;
  return {
    client_id: clientId,
    token_endpoint_auth_method: "private_key_jwt",
    grant_types: ["client_credentials"],
    response_types: [],
    redirect_uris: [],
    scope: claims.scope,
    jwks,
  };
}
