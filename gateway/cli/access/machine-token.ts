import { tokenRequest } from "../../identity/client-credentials.js";
import { clientAssertion } from "../../identity/client-assertion.js";
import { issuerOf } from "./issuer.js";
import { readClientKey } from "./client-key.js";
import { askForTokens, type Granted } from "./token-endpoint.js";
import type { Words } from "../../figures-file/problem.js";

/** A program that proves itself with its private key. */
export interface Machine {
  readonly client: string;
  readonly keyFile: string;
  /** What is asked for; null leaves it to the issuer (RFC 6749, s. 3.3). */
  readonly scope: string | null;
}

/** Asks the hub's issuer for a program's token, by a signed assertion instead of a secret (RFC 7523, s. 2.2). */
export async function machineToken(
  hub: string,
  { client, keyFile, scope }: Machine,
  warn: (words: Words) => void,
): Promise<Granted> {
  const { key, warning } = await readClientKey(keyFile);
  if (warning !== null) warn(warning);
  const { issuer, tokenEndpoint } = await issuerOf(hub);
  // The issuer's own name, not its endpoint: the one audience that every issuer must take (OpenID Connect Core, s. 9).
  const form = tokenRequest(await clientAssertion({ clientId: client, key, audience: issuer }), scope ?? "");
  if (scope === null) form.delete("scope");
  return askForTokens(tokenEndpoint, form);
}
