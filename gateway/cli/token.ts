import { StartError } from "../../subgraphs/offline.js";
import type { TerminalConfig } from "../config.js";
import { demonstrationAccountForms, demonstrationClaims } from "../identity/demonstration-accounts.js";
import { developmentSecret } from "../identity/development-issuer.js";

/** Asks a running hub's development issuer for a token of a demonstration account. */
export async function fetchToken(
  account: string,
  address: string,
  { dataDir }: Pick<TerminalConfig, "dataDir">,
): Promise<string> {
  if (!demonstrationClaims(account))
    throw new StartError(
      "UNKNOWN_ACCOUNT",
      `« ${account} » n'est pas un compte de démonstration ; attendu : ${demonstrationAccountForms}`,
      `“${account}” is not a demonstration account; expected: ${demonstrationAccountForms}`,
    );
  const response = await fetch(`${address}/oidc/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: account,
      client_secret: await developmentSecret(dataDir),
    }),
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
  return ((await response.json()) as { access_token: string }).access_token;
}
