import type { Configuration, errors, ResourceServer } from "oidc-provider";
import { scopes } from "../../../subgraphs/index.js";
import { assertionLifeSeconds } from "../client-assertion.js";
import { tokenAlgorithm } from "./keys.js";

/** How long an access token is good. */
export const tokenLifeSeconds = assertionLifeSeconds;

/**
 * The hub as the one resource that tokens are for (RFC 8707): by its audience, or by the address at which its
 * metadata names it (RFC 9728). Every token has the one audience, RFC 9068's type and at most 300 seconds.
 */
export const resourceIndicators = (
  audience: string,
  publicUrl: string,
  { InvalidTarget }: typeof errors,
): NonNullable<NonNullable<Configuration["features"]>["resourceIndicators"]> => ({
  enabled: true,
  defaultResource: () => audience,
  useGrantedResource: () => true,
  getResourceServerInfo(_ctx, resource): ResourceServer {
    if (resource !== audience && resource !== publicUrl) throw new InvalidTarget();
    return {
      audience,
      scope: scopes.join(" "),
      accessTokenTTL: tokenLifeSeconds,
      accessTokenFormat: "jwt",
      jwt: { sign: { alg: tokenAlgorithm } },
    };
  },
});
