import { TokenRefused } from "./token-refusal.js";

/** What of a request can carry a token: nothing but one Authorization header (RFC 6750, s. 2.1). */
export interface TokenCarrier {
  readonly headers: { readonly authorization?: string | undefined };
  /** Names and values in turn, as they came: Node keeps only the first of two Authorization headers elsewhere. */
  readonly rawHeaders: readonly string[];
}

/** The bearer token of a request; throws TokenRefused when there is none, something else, or more than one. */
export function presentedToken({ headers, rawHeaders }: TokenCarrier): string {
  const header = headers.authorization;
  if (header === undefined) throw new TokenRefused("no-authorization");
  const given = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "authorization");
  if (given.length > 1) throw new TokenRefused("doubled-authorization");
  const token = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) throw new TokenRefused("not-a-bearer-token");
  return token;
}
