/** How to name a demonstration account, for messages: `--as` of `carrefour token`. */
export const demonstrationAccountForms =
  "establishment:<code> | researcher | researcher:<entente> | steward:collect | steward:publish | steward:privacy";

const demonstrationAgreement = "entente-demo-1";
const stewardScopes = ["steward:collect", "steward:publish", "steward:privacy"];

/** The claims of a demonstration account; null when there is no such account. Each has its own `sub`. */
export function demonstrationClaims(account: string): { scope: string; [claim: string]: string } | null {
  if (stewardScopes.includes(account)) return { scope: account };
  if (account === "researcher") return { scope: "research:read", agreement: demonstrationAgreement };
  const [, kind, code = ""] = /^(researcher|establishment):([\w-]{1,64})$/.exec(account) ?? [];
  if (kind === "researcher") return { scope: "research:read", agreement: code };
  if (kind === "establishment") return { scope: "figures:write", establishment: code };
  return null;
}
