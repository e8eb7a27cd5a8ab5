import { developmentClientKey } from "../../gateway/identity/client-assertion.js";
import { askDevelopmentIssuer } from "../../gateway/identity/client-credentials.js";
import { demonstrationClaims } from "../../gateway/identity/demonstration-accounts.js";

/** Asks the development issuer of a running hub for an access token of a demonstration account. */
export async function demonstrationToken(address: string, dataDir: string, account: string): Promise<string> {
  const response = await askDevelopmentIssuer(address, {
    clientId: account,
    key: await developmentClientKey(dataDir),
    scope: demonstrationClaims(account)?.scope ?? "",
  });
  const answer = (await response.json()) as { access_token?: string };
  if (!answer.access_token) throw new Error(`no token for ${account}: ${JSON.stringify(answer)}`);
  return answer.access_token;
}
