import type {
  AccessToken,
  Account,
  ClientCredentials,
  errors,
  KoaContextWithOIDC,
  Provider,
  UnknownObject,
} from "oidc-provider";
import { scopes } from "../../../subgraphs/index.js";
import { demonstrationClaims } from "../demonstration-accounts.js";

/** The account behind a login; undefined when there is no such demonstration account. */
export const findAccount = (accountId: string): Account | undefined =>
  demonstrationClaims(accountId) === null ? undefined : { accountId, claims: () => ({ sub: accountId }) };

/**
 * What an access token says beside RFC 9068: whose data it may reach, and that it is for development.
 * A program and the person with the same account have one `sub`: logging in twice makes no second pair of eyes.
 */
export const tokenClaims =
  ({ InvalidScope }: typeof errors) =>
  (ctx: KoaContextWithOIDC, token: AccessToken | ClientCredentials): UnknownObject => {
    // A token without a scope, or with fewer than asked, would only fail later and further away.
    const asked = ctx.oidc.params?.scope;
    if (!token.scope) throw new InvalidScope("no scope of this account was asked for", String(asked ?? ""));
    if (token.kind === "ClientCredentials" && token.scope !== asked)
      throw new InvalidScope("requested scope is not allowed", String(asked));
    const account = "accountId" in token ? token.accountId : token.clientId;
    const { scope: _, ...claims } = demonstrationClaims(String(account)) ?? { scope: "" };
    return { ...claims, development: true };
  };

/**
 * What a login grants: the account's own scopes and no other, whatever was asked. Nobody is asked to consent:
 * the command line belongs to the hub, and the account was just chosen by hand.
 */
export async function grantOf(
  provider: Provider,
  { accountId, clientId, resources }: { accountId: string; clientId: string; resources: readonly string[] },
): Promise<string> {
  const own = demonstrationClaims(accountId)?.scope ?? "";
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope("openid offline_access");
  // The hub's scopes are the resource's alone; unsaid, the library would ask for consent to them.
  grant.rejectOIDCScope(scopes.join(" "));
  for (const resource of resources) {
    grant.addResourceScope(resource, own);
    grant.rejectResourceScope(resource, scopes.filter((scope) => scope !== own).join(" "));
  }
  return grant.save();
}
