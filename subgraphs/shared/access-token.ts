import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type JSONWebKeySet,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from "jose";
import { audienceOf, type Principal, type Scope, scopes } from "./principal.js";

/** Turns an access token into its principal; throws when the token is not good. */
export type TokenVerifier = (token: string) => Promise<Principal>;

export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Keys at hand (the issuer lives in this process); otherwise they are fetched from the issuer's discovery page. */
  readonly keys?: JSONWebKeySet;
}

// RFC 9068: access tokens are typed, short-lived and for one audience; only named algorithms count.
const algorithms = ["ES256", "ES384", "RS256", "PS256"];
const longestLifeSeconds = 300;
const clockToleranceSeconds = 15;

/** Makes the verifier of one issuer's access tokens. */
export function tokenVerifier({ issuer, audience, keys }: TrustedIssuer): TokenVerifier {
  let keySet: Promise<JWTVerifyGetKey> | null = keys ? Promise.resolve(createLocalJWKSet(keys)) : null;
  return async (token) => {
    keySet ??= discoverKeys(issuer);
    const getKey = await keySet.catch((cause: unknown) => {
      keySet = null;
      throw cause;
    });
    const { payload } = await jwtVerify(token, getKey, {
      issuer,
      audience,
      typ: "at+jwt",
      algorithms,
      clockTolerance: clockToleranceSeconds,
      maxTokenAge: longestLifeSeconds,
      requiredClaims: ["sub", "exp", "iat", "scope", "client_id"],
    });
    if (Array.isArray(payload.aud)) throw new Error("token: several audiences");
    return principalOf(payload);
  };
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`issuer: discovery answered ${response.status}`);
  const { jwks_uri: location } = (await response.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(location), { cooldownDuration: 30_000, timeoutDuration: 5_000 });
}

// Codes and subjects are printable; a control character in one is a forgery or a mistake of the issuer.
const isPrintable = (text: string): boolean =>
  /^[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol} ]+$/u.test(text);

function textOrNull(claim: unknown): string | null {
  if (typeof claim !== "string" || claim === "") return null;
  if (!isPrintable(claim)) throw new Error("token: a claim with an unprintable character");
  return claim;
}

/** The principal that verified claims stand for. */
export function principalOf(claims: JWTPayload): Principal {
  const asked = typeof claims.scope === "string" ? claims.scope.split(" ") : [];
  const granted = scopes.filter((scope): scope is Scope => asked.includes(scope));
  const audience = audienceOf(granted);
  if (audience === null) throw new Error("token: no scope of the hub, or scopes of several kinds of user");
  const establishment = textOrNull(claims.establishment);
  if (audience === "establishment" && establishment === null)
    throw new Error("token: figures:write without establishment");
  return {
    audience,
    subject: textOrNull(claims.sub),
    client: textOrNull(claims.client_id),
    scopes: granted,
    establishment: audience === "establishment" ? establishment : null,
    agreement: audience === "researcher" ? textOrNull(claims.agreement) : null,
    isDevelopment: claims.development === true,
  };
}

/** The bearer token of an Authorization header; null when there is none. */
export function bearerToken(header: string | undefined): string | null {
  const match = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(header ?? "");
  return match?.[1] ?? null;
}
