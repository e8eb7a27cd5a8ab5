import { StartError } from "../start-error.js";

/** Who issues the hub's tokens, and where this process asks for the issuer's keys. */
export interface IssuerAddress {
  readonly issuer: string;
  /** The page that tells where the keys are (OpenID Connect Discovery 1.0, s. 4). */
  readonly discoveryUrl: string;
}

/** True for an address of this machine, which no network lies before. */
export const isLoopback = ({ hostname }: Pick<URL, "hostname">): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** The discovery page of an issuer that is reached by its own address. */
export const discoveryUrlOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

/**
 * The issuer that the environment names; null without one. Throws StartError in production when the keys would come
 * over a network unprotected: whoever changes them on the way signs tokens for anyone. OIDC_DISCOVERY_URL is the
 * plain word of the operator that the network to the address in it is trusted, as one between containers is.
 */
export function issuerAddressOf(told: {
  readonly NODE_ENV: string;
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_DISCOVERY_URL?: string | undefined;
}): IssuerAddress | null {
  const { OIDC_ISSUER: issuer, OIDC_DISCOVERY_URL: given } = told;
  if (issuer === undefined) return null;
  const discoveryUrl = given ?? discoveryUrlOf(issuer);
  const isExposed = told.NODE_ENV === "production" && given === undefined && !isProtected(new URL(issuer));
  if (isExposed) throw unprotectedIssuer(issuer);
  return { issuer, discoveryUrl };
}

const isProtected = (url: URL): boolean => url.protocol === "https:" || isLoopback(url);

/**
 * Where the keys are, as this process reaches it. When the discovery page was given another address than the issuer's
 * own, the keys lie beside it too. Null for an address that is neither protected nor beside the discovery page.
 */
export function keysAddressOf({ issuer, discoveryUrl }: IssuerAddress, told: string): URL | null {
  if (!URL.canParse(told)) return null;
  const keys = new URL(told);
  const discovery = new URL(discoveryUrl);
  if (keys.origin === new URL(issuer).origin) return new URL(keys.pathname + keys.search, discovery);
  return keys.origin === discovery.origin || isProtected(keys) ? keys : null;
}

const unprotectedIssuer = (issuer: string): StartError =>
  new StartError(
    "ISSUER_NOT_PROTECTED",
    `OIDC_ISSUER=${issuer} : en production, l'adresse de l'émetteur est en https (ou sur cette machine). Si ses clés se lisent par un réseau privé de confiance, dites-le par OIDC_DISCOVERY_URL=http://…/.well-known/openid-configuration`,
    `OIDC_ISSUER=${issuer}: in production the issuer's address is https (or on this machine). If its keys are read over a private network that you trust, say so by OIDC_DISCOVERY_URL=http://…/.well-known/openid-configuration`,
  );
