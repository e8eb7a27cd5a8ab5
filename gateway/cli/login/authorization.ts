import { createHash, randomBytes } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";
import type { Issuer } from "../access/issuer.js";
import { AccessRefused } from "../access/refusals.js";
import { askForTokens, type Granted, printableOf } from "../access/token-endpoint.js";

/** One attempt to log in: what was asked, and what its answer must hold. */
export interface Attempt {
  readonly issuer: Issuer;
  readonly client: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const unguessable = (): string => randomBytes(32).toString("base64url");

/** A new attempt, with values that nobody else can know. */
export const newAttempt = (asked: Pick<Attempt, "issuer" | "client" | "redirectUri" | "scope">): Attempt => ({
  ...asked,
  state: unguessable(),
  nonce: unguessable(),
  verifier: unguessable(),
});

/** The address to open in a browser (RFC 6749, s. 4.1.1; RFC 7636, s. 4.3). */
export function authorizationAddress(attempt: Attempt, language: string): string {
  const { issuer, client, redirectUri, scope, state, nonce, verifier } = attempt;
  if (issuer.authorizationEndpoint === null)
    throw new AccessRefused({
      fr: `L'émetteur ${issuer.issuer} ne connecte pas de personnes ; il reste --client et --key.`,
      en: `The issuer ${issuer.issuer} logs no people in; there is --client and --key.`,
    });
  const address = new URL(issuer.authorizationEndpoint);
  const asked = {
    response_type: "code",
    client_id: client,
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    // Who asks for a login chooses the account, whoever the browser remembers.
    prompt: "login",
    ui_locales: language,
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}

/** Judges what the browser brought back, then trades it for tokens; a mismatch is refused without asking anybody. */
export async function tradeAnswer(attempt: Attempt, answer: URLSearchParams): Promise<Granted> {
  const { issuer, client, redirectUri, verifier } = attempt;
  if (onlyOne(answer, "state") !== attempt.state)
    throw notThisLogin(
      "la réponse du navigateur n'est pas celle de cette connexion",
      "the browser's answer is not of this login",
      "state",
    );
  // RFC 9207, s. 2.4: an answer of another issuer is an attack that mixes issuers up.
  const named = onlyOne(answer, "iss");
  if (named === null ? issuer.namesItself : named !== issuer.issuer)
    throw notThisLogin("la réponse vient d'un autre émetteur", "the answer is of another issuer", "iss");
  const error = onlyOne(answer, "error");
  if (error !== null) throw issuerSaidNo(error, answer.get("error_description"));
  const code = onlyOne(answer, "code");
  if (code === null)
    throw notThisLogin("la réponse ne contient aucun code", "the answer holds no code", "code");
  const form = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    client_id: client,
    code_verifier: verifier,
  });
  const granted = await askForTokens(issuer.tokenEndpoint, form);
  await refuseForeignIdentity(attempt, granted.idToken);
  return granted;
}

// OpenID Connect Core 1.0, s. 3.1.3.7: signed by the issuer, for this program, in answer to this very request.
async function refuseForeignIdentity(
  { issuer, client, nonce }: Attempt,
  idToken: string | null,
): Promise<void> {
  try {
    const keys = createRemoteJWKSet(new URL(issuer.keysAddress));
    const { payload } = await jwtVerify(idToken ?? "", keys, {
      issuer: issuer.issuer,
      audience: client,
      algorithms: ["ES256", "ES384", "RS256", "RS384", "PS256", "PS384"],
      clockTolerance: 15,
    });
    if (payload.nonce !== nonce) throw new Error("nonce");
  } catch (error) {
    const reason = printableOf(error instanceof Error ? error.message : String(error));
    throw notThisLogin(
      "le jeton d'identité n'est pas celui de cette connexion",
      "the identity token is not of this login",
      reason,
    );
  }
}

// RFC 6749, s. 3.1: no parameter may stand twice.
function onlyOne(answer: URLSearchParams, name: string): string | null {
  const [value = null, second] = answer.getAll(name);
  if (second !== undefined) throw notThisLogin("un paramètre est doublé", "a parameter is doubled", name);
  return value;
}

const notThisLogin = (fr: string, en: string, what: string): AccessRefused =>
  new AccessRefused({
    fr: `Connexion refusée : ${fr} (${what}). Rien n'a été gardé ; recommencez : carrefour login`,
    en: `Login refused: ${en} (${what}). Nothing was kept; start again: carrefour login`,
  });

function issuerSaidNo(error: string, description: string | null): AccessRefused {
  if (error === "access_denied")
    return new AccessRefused({
      fr: "La connexion a été annulée dans le navigateur. Rien n'a été gardé.",
      en: "The login was cancelled in the browser. Nothing was kept.",
    });
  const said = printableOf([error, description].filter(Boolean).join(" : "));
  return new AccessRefused({
    fr: `L'émetteur a refusé la connexion (${said}). Rien n'a été gardé.`,
    en: `The issuer refused the login (${said}). Nothing was kept.`,
  });
}
