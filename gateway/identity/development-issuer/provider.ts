import { randomBytes } from "node:crypto";
import type { Configuration, KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Logger } from "pino";
import { scopes } from "../../../subgraphs/index.js";
import { assertionAlgorithms } from "../client-assertion.js";
import { findAccount, tokenClaims } from "./accounts.js";
import { type AdapterOptions, issuerStore } from "./adapter.js";
import { refusalOf } from "./assertion-rules.js";
import { commandLineClient, portalClient } from "./clients.js";
import { errorPage } from "./error-page.js";
import { type IssuerKeys, tokenAlgorithm } from "./keys.js";
import { loadProvider } from "./load-provider.js";
import { logRefusals } from "./log-refusals.js";
import { loggedOutPage, logoutPage } from "./logout-pages.js";
import { resourceIndicators, tokenLifeSeconds } from "./resource.js";
import { languageOf, type Language } from "./texts.js";

export interface ProviderOptions extends Omit<AdapterOptions, "errors"> {
  readonly issuer: string;
  readonly publicUrl: string;
  readonly audience: string;
  readonly keys: IssuerKeys;
  readonly log: Logger | null;
}

// A login lasts a working day; what it gave is renewed by refresh tokens that end with it.
const loginLifeSeconds = 12 * 3_600;

/** Builds the development issuer: what it accepts, what it gives, and nothing else that its library could do. */
export async function buildProvider(options: ProviderOptions): Promise<Provider> {
  const { errors, Provider: OidcProvider } = await loadProvider();
  const { issuer, publicUrl, audience, keys, log, ...store } = options;
  const path = new URL(issuer).pathname;
  const configuration: Configuration = {
    adapter: issuerStore({ ...store, errors }),
    clients: [commandLineClient, portalClient(publicUrl)],
    jwks: { keys: [...keys.signing.keys] } as NonNullable<Configuration["jwks"]>,
    scopes: ["openid", "offline_access", ...scopes],
    claims: { openid: ["sub"] },
    responseTypes: ["code"],
    clientAuthMethods: ["private_key_jwt", "none"],
    clientDefaults: { id_token_signed_response_alg: tokenAlgorithm },
    enabledJWA: {
      clientAuthSigningAlgValues: [...assertionAlgorithms],
      idTokenSigningAlgValues: [tokenAlgorithm],
    },
    assertJwtClientAuthClaimsAndHeader(ctx) {
      const refusal = refusalOf(String(ctx.oidc.params?.client_assertion), Math.floor(Date.now() / 1000));
      if (refusal !== null) throw new errors.InvalidClientAuth(refusal);
    },
    // Every authorization code is bound to who asked for it (RFC 7636); the library knows no method but S256.
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,
    cookies: {
      keys: [randomBytes(32)],
      long: { httpOnly: true, sameSite: "lax", path },
      short: { httpOnly: true, sameSite: "lax", path },
    },
    findAccount: (_ctx, accountId) => findAccount(accountId),
    extraTokenClaims: tokenClaims(errors),
    interactions: { url: (_ctx, interaction) => `${path}/interaction/${interaction.uid}` },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed("refresh_token"),
    // The program that was let in stays so when the browser is closed; it ends its own login by revocation.
    expiresWithSession: () => false,
    // The same token twice means that somebody else has it: the library then ends the whole login (RFC 9700 §4.14).
    rotateRefreshToken: true,
    ttl: {
      AccessToken: tokenLifeSeconds,
      AuthorizationCode: 60,
      ClientCredentials: tokenLifeSeconds,
      Grant: loginLifeSeconds,
      IdToken: tokenLifeSeconds,
      Interaction: 600,
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? loginLifeSeconds,
      Session: loginLifeSeconds,
    },
    renderError(ctx, told) {
      ctx.type = "html";
      ctx.body = errorPage(pageLanguage(ctx), told);
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: resourceIndicators(audience, publicUrl, errors),
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          ctx.body = logoutPage(pageLanguage(ctx), form);
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = loggedOutPage(pageLanguage(ctx));
        },
      },
    },
  };
  const provider = new OidcProvider(issuer, configuration);
  // The address of the hub as others see it arrives by the usual headers, which mount.ts writes itself.
  provider.proxy = true;
  provider.use(async (ctx, next) => {
    await next();
    // Nobody is logged in: the library's page would need a script to send itself.
    const { oidc } = ctx as KoaContextWithOIDC;
    if (oidc?.route === "end_session" && ctx.status === 200 && !oidc.session?.accountId)
      ctx.body = loggedOutPage(pageLanguage(ctx as KoaContextWithOIDC));
  });
  logRefusals(provider, log);
  return provider;
}

const pageLanguage = (ctx: KoaContextWithOIDC): Language =>
  languageOf(ctx.oidc.params?.ui_locales, ctx.get("accept-language"));
