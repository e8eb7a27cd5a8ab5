import type { TokenRefused } from "../../subgraphs/index.js";

// No token was shown: RFC 6750, s. 3.1, wants no error code then.
const withoutToken: readonly TokenRefused["reason"][] = ["no-authorization", "not-a-bearer-token"];

/**
 * The WWW-Authenticate header of a refusal: the same for every token that does not do (RFC 6750, s. 3), with the
 * page where a client learns who issues tokens for the hub (RFC 9728, s. 5.1).
 */
export const challengeOf = (reason: TokenRefused["reason"], publicUrl: string): string =>
  [
    'Bearer realm="carrefour"',
    ...(withoutToken.includes(reason) ? [] : ['error="invalid_token"']),
    `resource_metadata="${publicUrl}/.well-known/oauth-protected-resource"`,
  ].join(", ");
