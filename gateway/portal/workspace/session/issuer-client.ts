import * as openid from "openid-client";
import { scopes, type SecretSource } from "../../../../subgraphs/index.js";
import { signInReturnPath } from "../../addresses.js";
import type { Language } from "../../language.js";

/** What the issuer gave. */
export interface Granted {
  readonly accessToken: string;
  /** Milliseconds of the epoch. */
  readonly accessUntil: number;
  readonly refreshToken: string | null;
}

/** What a sign-in that was begun must be answered with; only the browser that began it has this. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page that was asked for. */
  readonly returnTo: string;
  readonly language: Language;
}

/** The issuer as the portal knows it. */
export interface IssuerClient {
  /** Where a browser goes to sign in. */
  signInAddress(attempt: Attempt): Promise<URL>;
  /** Trades what the browser brought back for tokens; throws when it is not the answer to this attempt. */
  trade(attempt: Attempt, answer: URLSearchParams): Promise<Granted>;
  /** New tokens; null when the issuer gives none any more. Throws when it cannot be asked. */
  renew(refreshToken: string): Promise<Granted | null>;
  revoke(refreshToken: string): Promise<void>;
  /** Where a browser goes to end its session at the issuer; null where the issuer tells no such address. */
  signOutAddress(returnTo: string, language: Language): Promise<URL | null>;
}

export interface IssuerClientOptions {
  readonly issuer: string;
  /** The discovery page as this process reaches it; the issuer's own address when null. */
  readonly discoveryUrl: string | null;
  readonly clientId: string;
  readonly clientSecret: SecretSource | null;
  readonly publicUrl: string;
  /** How an issuer in this very process is asked; null: over the network. */
  readonly fetchHere: openid.CustomFetch | null;
}

const secondsToAnswer = 10;
// Where the issuer does not say how long a token lives.
const otherwiseSeconds = 60;

/** Knows an issuer by its discovery page, read when somebody first signs in and again after a failure. */
export function issuerClient(options: IssuerClientOptions): IssuerClient {
  let known: Promise<openid.Configuration> | null = null;
  let knownSecret: string | null = null;

  function configuration(): Promise<openid.Configuration> {
    const [secret = null] = options.clientSecret?.() ?? [];
    if (known === null || secret !== knownSecret) {
      knownSecret = secret;
      const asked = discovered(options, secret);
      known = asked;
      asked.catch(() => {
        if (known === asked) known = null;
      });
    }
    return known;
  }

  return {
    async signInAddress({ state, nonce, verifier, language }) {
      const issuer = await configuration();
      return openid.buildAuthorizationUrl(issuer, {
        redirect_uri: `${options.publicUrl}${signInReturnPath}`,
        scope: scopesToAsk(issuer),
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        // Who asks for a sign-in chooses the account, whoever the browser remembers: desks are shared.
        prompt: "login",
        ui_locales: language,
      });
    },
    async trade({ state, nonce, verifier }, answer) {
      const address = new URL(`${options.publicUrl}${signInReturnPath}?${answer}`);
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      return granted(await openid.authorizationCodeGrant(await configuration(), address, checks));
    },
    async renew(refreshToken) {
      try {
        return granted(await openid.refreshTokenGrant(await configuration(), refreshToken));
      } catch (error) {
        if (error instanceof openid.ResponseBodyError && error.status < 500) return null;
        throw error;
      }
    },
    async revoke(refreshToken) {
      const issuer = await configuration();
      if (issuer.serverMetadata().revocation_endpoint === undefined) return;
      // RFC 7009, s. 2.1: with the refresh token goes all that came of it.
      await openid.tokenRevocation(issuer, refreshToken, { token_type_hint: "refresh_token" });
    },
    async signOutAddress(returnTo, language) {
      const issuer = await configuration();
      if (issuer.serverMetadata().end_session_endpoint === undefined) return null;
      return openid.buildEndSessionUrl(issuer, {
        post_logout_redirect_uri: `${options.publicUrl}${returnTo}`,
        ui_locales: language,
      });
    },
  };
}

async function discovered(
  { issuer, discoveryUrl, clientId, fetchHere }: IssuerClientOptions,
  secret: string | null,
): Promise<openid.Configuration> {
  const address = new URL(discoveryUrl ?? `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const found = await openid.discovery(
    address,
    clientId,
    undefined,
    secret === null ? openid.None() : openid.ClientSecretBasic(secret),
    {
      timeout: secondsToAnswer,
      // An issuer of this machine, or of a network that the operator named.
      execute: address.protocol === "http:" ? [openid.allowInsecureRequests] : [],
      ...(fetchHere === null ? {} : { [openid.customFetch]: fetchHere }),
    },
  );
  const said = found.serverMetadata().issuer;
  if (said !== issuer) throw new Error(`discovery: expected the issuer ${issuer}, got ${said}`);
  // The identity token is verified by its signature too, not only by the road it came.
  openid.enableNonRepudiationChecks(found);
  return found;
}

function scopesToAsk(issuer: openid.Configuration): string {
  const { scopes_supported: known = [] } = issuer.serverMetadata();
  return ["openid", ...known.filter((scope) => scope === "offline_access"), ...scopes].join(" ");
}

const granted = (tokens: openid.TokenEndpointResponse): Granted => ({
  accessToken: tokens.access_token,
  accessUntil: Date.now() + (tokens.expires_in ?? otherwiseSeconds) * 1_000,
  refreshToken: tokens.refresh_token ?? null,
});
