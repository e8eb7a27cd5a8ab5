import { z } from "zod";
import { isLoopback } from "../../../subgraphs/offline.js";
import { readPage } from "./ask-json.js";
import { NoAnswer } from "./refusals.js";

// RFC 9728, s. 2: what the hub says of who issues tokens for it.
const protectedResource = z.looseObject({
  resource: z.url(),
  authorization_servers: z.array(z.url()).min(1),
  scopes_supported: z.array(z.string()).default([]),
});

// OpenID Connect Discovery 1.0, s. 3; RFC 8414, s. 2.
const discovery = z.looseObject({
  issuer: z.url(),
  authorization_endpoint: z.url().optional(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  revocation_endpoint: z.url().optional(),
  scopes_supported: z.array(z.string()).default([]),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

/** Who issues tokens for a hub, and where it is asked. */
export interface Issuer {
  readonly issuer: string;
  readonly authorizationEndpoint: string | null;
  readonly tokenEndpoint: string;
  readonly keysAddress: string;
  readonly revocationEndpoint: string | null;
  /** True: it names itself when it answers through the browser (RFC 9207). */
  readonly namesItself: boolean;
  /** What a person's login may ask for at most; what the person may not do is left out by the issuer. */
  readonly scopes: readonly string[];
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, "");

/** Asks the hub who issues its tokens, then that issuer where it is asked. */
export async function issuerOf(hub: string): Promise<Issuer> {
  const {
    resource,
    authorization_servers: issuers,
    scopes_supported: hubScopes,
  } = await readPage(`${hub}/.well-known/oauth-protected-resource`, protectedResource);
  // RFC 9728, s. 3.3: a page that speaks of another address may lead to an issuer that is not this hub's.
  if (withoutSlash(resource) !== hub)
    throw new NoAnswer({
      fr: `Le carrefour à ${hub} dit être ${resource}. Donnez cette adresse-là : --url ${resource}`,
      en: `The hub at ${hub} says that it is ${resource}. Give that address: --url ${resource}`,
    });
  const [issuer = ""] = issuers;
  const told = await discoverIssuer(issuer);
  const kept = told.scopes.includes("offline_access") ? ["offline_access"] : [];
  return { ...told, scopes: [...new Set(["openid", ...kept, ...hubScopes])] };
}

/** Asks an issuer where it is asked for tokens. */
async function discoverIssuer(issuer: string): Promise<Issuer> {
  refuseOpenRoad(issuer);
  const told = await readPage(`${withoutSlash(issuer)}/.well-known/openid-configuration`, discovery);
  if (withoutSlash(told.issuer) !== withoutSlash(issuer))
    throw new NoAnswer({
      fr: `L'émetteur ${issuer} dit être ${told.issuer} : rien ne lui est confié.`,
      en: `The issuer ${issuer} says that it is ${told.issuer}: nothing is entrusted to it.`,
    });
  const asked = [told.authorization_endpoint, told.token_endpoint, told.jwks_uri, told.revocation_endpoint];
  for (const address of asked) if (address !== undefined) refuseOpenRoad(address);
  return {
    issuer: told.issuer,
    authorizationEndpoint: told.authorization_endpoint ?? null,
    tokenEndpoint: told.token_endpoint,
    keysAddress: told.jwks_uri,
    revocationEndpoint: told.revocation_endpoint ?? null,
    namesItself: told.authorization_response_iss_parameter_supported,
    scopes: told.scopes_supported,
  };
}

// Codes and tokens travel there: over https, or without leaving this machine.
function refuseOpenRoad(address: string): void {
  const url = new URL(address);
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url))) return;
  throw new NoAnswer({
    fr: `L'adresse ${address} de l'émetteur n'est pas en https : rien ne lui est confié.`,
    en: `The address ${address} of the issuer is not https: nothing is entrusted to it.`,
  });
}
