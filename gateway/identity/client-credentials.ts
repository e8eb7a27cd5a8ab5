import { type AssertionRequest, clientAssertion } from "./client-assertion.js";

/** The form of a token request by client credentials with a signed assertion (RFC 6749 §4.4, RFC 7523 §2.2). */
export const tokenRequest = (assertion: string, scope: string): URLSearchParams =>
  new URLSearchParams({
    grant_type: "client_credentials",
    scope,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  });

/** Asks a token endpoint for an access token; the answer is the issuer's, whatever it says. */
const askForToken = async (
  tokenEndpoint: string,
  { scope, ...assertion }: AssertionRequest & { readonly scope: string },
): Promise<Response> =>
  fetch(tokenEndpoint, { method: "POST", body: tokenRequest(await clientAssertion(assertion), scope) });

/**
 * Asks the development issuer of the hub at an address, whatever name that issuer gives itself: a hub behind
 * HUB_PUBLIC_URL is reached here by its own address.
 */
export async function askDevelopmentIssuer(
  address: string,
  request: Omit<AssertionRequest, "audience"> & { readonly scope: string },
): Promise<Response> {
  const discovery = await fetch(`${address}/oidc/.well-known/openid-configuration`);
  if (!discovery.ok) return discovery;
  const { issuer } = (await discovery.json()) as { issuer: string };
  return askForToken(`${address}/oidc/token`, { ...request, audience: issuer });
}
