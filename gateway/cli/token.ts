import { StartError } from "../../subgraphs/offline.js";
import type { TerminalConfig } from "../config.js";
import { developmentClientKey } from "../identity/client-assertion.js";
import { askDevelopmentIssuer } from "../identity/client-credentials.js";
import { demonstrationAccountForms, demonstrationClaims } from "../identity/demonstration-accounts.js";

/** Asks a running hub's development issuer for a token of a demonstration account, and says until when it is good. */
export async function fetchToken(
  account: string,
  address: string,
  { dataDir }: Pick<TerminalConfig, "dataDir">,
): Promise<{ readonly token: string; readonly expiresAt: number }> {
  const claims = demonstrationClaims(account);
  if (claims === null)
    throw new StartError(
      "UNKNOWN_ACCOUNT",
      `« ${account} » n'est pas un compte de démonstration ; attendu : ${demonstrationAccountForms}`,
      `“${account}” is not a demonstration account; expected: ${demonstrationAccountForms}`,
    );
  const key = await developmentClientKey(dataDir);
  const askedAt = Date.now();
  const response = await askDevelopmentIssuer(address, {
    clientId: account,
    key,
    scope: claims.scope,
  }).catch(() => {
    throw new StartError(
      "HUB_UNREACHABLE",
      `Aucun carrefour ne répond à ${address}. Démarrez-le d'abord : npm start`,
      `No hub answers at ${address}. Start it first: npm start`,
    );
  });
  if (!response.ok)
    throw new StartError(
      "TOKEN_REFUSED",
      `Le carrefour à ${address} a refusé le jeton (${response.status}). Lancez la commande dans le dossier du carrefour, avec le même HUB_DATA_DIR ; un émetteur réel (OIDC_ISSUER) ne donne pas de jeton d'essai.`,
      `The hub at ${address} refused the token (${response.status}). Run the command in the hub's folder, with the same HUB_DATA_DIR; a real issuer (OIDC_ISSUER) gives no trial token.`,
    );
  const given = (await response.json()) as { access_token: string; expires_in: number };
  return { token: given.access_token, expiresAt: askedAt + given.expires_in * 1000 };
}
