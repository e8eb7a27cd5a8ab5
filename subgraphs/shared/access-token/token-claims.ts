import { audienceOf, type Principal, type Scope, scopes } from "../principal.js";
import { isPrintable, type Members, textOf } from "./token-envelope.js";
import { TokenRefused, type TokenRefusalReason } from "./token-refusal.js";

/** What the claims of a token must say, and at what time they are read. */
export interface ClaimsExpected {
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
}

// A withdrawn right is without effect within one token life.
const longestLifeSeconds = 300;
// Clocks of two machines differ; more than this is a mistake of one of them.
const clockToleranceSeconds = 15;

// How registers write their codes: « ciusss-estrie-chus », « entente-demo-1 ».
const codePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestCode = 100;
// RFC 6749, s. 3.3: words of printable ASCII, one space between two.
const scopePattern = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** The principal that verified claims stand for (RFC 9068, s. 2.2 and 4); throws TokenRefused with the first reason against it. */
export function principalOf(claims: Members, { issuer, audience, now }: ClaimsExpected): Principal {
  if (textOf(claims, "iss", "missing-issuer", "malformed-issuer") !== issuer)
    throw new TokenRefused("wrong-issuer");
  if (singleAudience(claims) !== audience) throw new TokenRefused("wrong-audience");
  const subject = textOf(claims, "sub", "missing-subject", "malformed-subject");
  const client = textOf(claims, "client_id", "missing-client", "malformed-client");
  textOf(claims, "jti", "missing-token-id", "malformed-token-id");
  judgeTimes(claims, now.getTime() / 1_000);
  const granted = grantedScopes(claims);
  const kind = audienceOf(granted);
  if (kind === null)
    throw new TokenRefused(granted.length === 0 ? "no-scope-of-the-hub" : "scopes-of-several-users");
  const isDevelopment = claims.has("development") && claims.get("development");
  if (typeof isDevelopment !== "boolean") throw new TokenRefused("malformed-development");
  // What belongs to another kind of user is not passed over: such a token says two things at once.
  const establishment = codeOf(claims, "establishment", {
    isExpected: kind === "establishment",
    malformed: "malformed-establishment",
    unexpected: "unexpected-establishment",
  });
  if (kind === "establishment" && establishment === null) throw new TokenRefused("missing-establishment");
  const agreement = codeOf(claims, "agreement", {
    isExpected: kind === "researcher",
    malformed: "malformed-agreement",
    unexpected: "unexpected-agreement",
  });
  return { audience: kind, subject, client, scopes: granted, establishment, agreement, isDevelopment };
}

/** A token is for the hub alone: a second audience could replay it here. A list of one is one (RFC 7519, s. 4.1.3). */
function singleAudience(claims: Members): string {
  const given = claims.get("aud");
  if (!Array.isArray(given)) return textOf(claims, "aud", "missing-audience", "malformed-audience");
  if (given.length > 1) throw new TokenRefused("several-audiences");
  const [only] = given as unknown[];
  if (!isPrintable(only)) throw new TokenRefused("malformed-audience");
  return only;
}

function judgeTimes(claims: Members, now: number): void {
  const issuedAt = secondsOf(claims, "iat", "malformed-issue-time");
  const expiry = secondsOf(claims, "exp", "malformed-expiry");
  const notBefore = secondsOf(claims, "nbf", "malformed-not-before");
  if (issuedAt === null) throw new TokenRefused("missing-issue-time");
  if (expiry === null) throw new TokenRefused("missing-expiry");
  if (issuedAt > now + clockToleranceSeconds) throw new TokenRefused("issued-in-the-future");
  if (now >= expiry + clockToleranceSeconds) throw new TokenRefused("expired");
  if (expiry <= issuedAt) throw new TokenRefused("expires-before-issue");
  if (expiry - issuedAt > longestLifeSeconds) throw new TokenRefused("life-too-long");
  if (notBefore !== null && notBefore > now + clockToleranceSeconds) throw new TokenRefused("not-yet-valid");
}

/** A time in seconds since 1970 (RFC 7519, s. 2: it may have a fraction); null when it is not there. */
function secondsOf(claims: Members, name: string, malformed: TokenRefusalReason): number | null {
  if (!claims.has(name)) return null;
  const value = claims.get(name);
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) throw new TokenRefused(malformed);
  return value;
}

/** The scopes of the hub among those of the token; what it allows elsewhere (openid, …) does not count here. */
function grantedScopes(claims: Members): Scope[] {
  if (!claims.has("scope")) throw new TokenRefused("missing-scope");
  const given = claims.get("scope");
  if (typeof given !== "string" || !scopePattern.test(given)) throw new TokenRefused("malformed-scope");
  const words = given.split(" ");
  if (new Set(words).size !== words.length) throw new TokenRefused("repeated-scope");
  return scopes.filter((scope) => words.includes(scope));
}

function codeOf(
  claims: Members,
  name: "establishment" | "agreement",
  told: {
    readonly isExpected: boolean;
    readonly malformed: TokenRefusalReason;
    readonly unexpected: TokenRefusalReason;
  },
): string | null {
  if (!claims.has(name)) return null;
  if (!told.isExpected) throw new TokenRefused(told.unexpected);
  const code = claims.get(name);
  if (typeof code !== "string" || code.length > longestCode || !codePattern.test(code))
    throw new TokenRefused(told.malformed);
  return code;
}
