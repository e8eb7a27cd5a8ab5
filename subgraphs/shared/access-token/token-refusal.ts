/** Why a token, or the header that carries it, is refused. The log names the reason; the caller is told one same 401. */
export const tokenRefusalReasons = [
  // The Authorization header (RFC 6750, s. 2.1)
  "no-authorization",
  "not-a-bearer-token",
  "doubled-authorization",
  // The envelope (RFC 7515, s. 3.1)
  "too-long",
  "malformed-token",
  "malformed-header",
  "malformed-payload",
  "duplicate-header-field",
  "duplicate-claim",
  "critical-header",
  // Header fields (RFC 9068, s. 2.1)
  "missing-type",
  "malformed-type",
  "wrong-type",
  "missing-algorithm",
  "malformed-algorithm",
  "wrong-algorithm",
  "missing-key-id",
  "malformed-key-id",
  "unknown-key",
  "key-not-for-algorithm",
  "wrong-signature",
  // Claims (RFC 9068, s. 2.2)
  "missing-issuer",
  "malformed-issuer",
  "wrong-issuer",
  "missing-audience",
  "malformed-audience",
  "several-audiences",
  "wrong-audience",
  "missing-subject",
  "malformed-subject",
  "missing-client",
  "malformed-client",
  "missing-token-id",
  "malformed-token-id",
  "missing-issue-time",
  "malformed-issue-time",
  "issued-in-the-future",
  "missing-expiry",
  "malformed-expiry",
  "expired",
  "expires-before-issue",
  "life-too-long",
  "malformed-not-before",
  "not-yet-valid",
  // What the token allows
  "missing-scope",
  "malformed-scope",
  "repeated-scope",
  "no-scope-of-the-hub",
  "scopes-of-several-users",
  "missing-establishment",
  "malformed-establishment",
  "unexpected-establishment",
  "malformed-agreement",
  "unexpected-agreement",
  "malformed-development",
] as const;
export type TokenRefusalReason = (typeof tokenRefusalReasons)[number];

/** Why the hub refuses a token that its issuer vouches for: what the stewards granted says otherwise. */
export type AdmissionRefusalReason = "credential-suspended" | "credential-mismatch";

/** A token that lets nobody in. Its message holds the reason, never a part of the token. */
export class TokenRefused extends Error {
  constructor(readonly reason: TokenRefusalReason | AdmissionRefusalReason) {
    super(`token refused: ${reason}`);
    this.name = "TokenRefused";
  }
}

/** Why nobody's identity can be judged at this moment. */
export type UnavailabilityReason =
  | "no-issuer-trusted"
  | "issuer-unreachable"
  | "issuer-answered-badly"
  | "issuer-names-another"
  | "issuer-without-key"
  | "admissions-unknown";

/** The issuer (or the list of who is suspended) cannot be asked, and what was known of it is too old to rely on. */
export class IssuerUnavailable extends Error {
  constructor(
    readonly reason: UnavailabilityReason,
    cause?: unknown,
  ) {
    super(`issuer unavailable: ${reason}${cause === undefined ? "" : ` (${inWords(cause)})`}`);
    this.name = "IssuerUnavailable";
  }
}

/** What an operator needs to mend it: ECONNREFUSED, a status, the name that the issuer gave itself. */
function inWords(cause: unknown): string {
  const { message, cause: root } = Object(cause) as { message?: string; cause?: { code?: string } };
  return root?.code ?? message ?? String(cause);
}
