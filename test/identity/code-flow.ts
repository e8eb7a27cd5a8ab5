import { createHash, randomBytes } from "node:crypto";
import { Browser, type Visit } from "./browser.js";

/** A program that logs a person in through a browser, as the command line does (RFC 8252). */
export const program = { client_id: "carrefour-cli", redirect_uri: "http://127.0.0.1:53682/callback" };

/** What a program asks, and what it keeps to itself until it shows the code. */
export interface CodeRequest {
  readonly verifier: string;
  readonly parameters: Record<string, string>;
}

/** A request for an authorization code, with PKCE; a test changes some of it, `undefined` leaves a parameter out. */
export function codeRequest(changes: Record<string, string | undefined> = {}): CodeRequest {
  const verifier = randomBytes(32).toString("base64url");
  const wished: Record<string, string | undefined> = {
    ...program,
    response_type: "code",
    scope: "openid figures:write research:read steward:collect steward:publish steward:privacy",
    state: randomBytes(8).toString("hex"),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...changes,
  };
  const given = Object.entries(wished).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { verifier, parameters: Object.fromEntries(given) };
}

/** The page that a request for a code leads to. */
export const begin = (issuer: string, request: CodeRequest, browser: Browser): Promise<Visit> =>
  browser.open(`${issuer}/auth?${new URLSearchParams(request.parameters)}`);

/** Walks from the request through the login page to the redirect; gives what the program's address is told. */
export async function logIn(
  issuer: string,
  account: string,
  request: CodeRequest = codeRequest(),
  browser: Browser = new Browser(),
): Promise<URLSearchParams> {
  const page = await begin(issuer, request, browser);
  const { url } = await browser.submit(page, { account });
  return url.searchParams;
}

export interface TokenAnswer {
  readonly status: number;
  readonly error?: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token?: string;
  readonly expires_in: number;
  readonly scope: string;
}

/** Asks the token endpoint as the command line, which has no secret. */
export async function askTokens(issuer: string, form: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({ client_id: program.client_id, ...form }),
  });
  return { ...((await response.json()) as Omit<TokenAnswer, "status">), status: response.status };
}

/** Shows a code. */
export const exchange = (issuer: string, code: string | null, verifier: string): Promise<TokenAnswer> =>
  askTokens(issuer, {
    grant_type: "authorization_code",
    code: code ?? "",
    redirect_uri: program.redirect_uri,
    code_verifier: verifier,
  });

/** Shows a refresh token. */
export const refresh = (issuer: string, token: string): Promise<TokenAnswer> =>
  askTokens(issuer, { grant_type: "refresh_token", refresh_token: token });
