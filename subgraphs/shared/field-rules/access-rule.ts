import { HubError } from "../errors.js";
import { type hubScope, type Principal, type Scope } from "../principal.js";

/** Stands for `research:read` in a token bound to an access agreement: without one, a researcher reads no row. */
const agreementWord = "research:agreement";

/** What a rule may ask for: a scope, research under an agreement, or to be the hub itself. */
export type RuleWord = Scope | typeof agreementWord | typeof hubScope;

/** Who may read a field: everyone, or who has one of the words; no word at all is every caller with a token. */
export type AccessRule = "public" | readonly RuleWord[];

/** True when the rule lets the caller read; it asks the token only, never the row. */
export function mayRead(rule: AccessRule, principal: Principal): boolean {
  if (rule === "public") return true;
  if (rule.length === 0) return principal.audience !== "public" && principal.subject !== null;
  for (const word of rule)
    if (
      word === agreementWord
        ? principal.agreement !== null && principal.scopes.includes("research:read")
        : principal.scopes.includes(word)
    )
      return true;
  return false;
}

/** Why the caller may not read: it tells the scopes that the field takes, never its value. */
export function notAllowed(rule: AccessRule): HubError {
  if (rule === "public" || rule.length === 0) return new HubError("NOT_ALLOWED");
  const [fr, en] = [
    rule.map((word) => (word === agreementWord ? "research:read avec une entente" : word)).join(" ou "),
    rule.map((word) => (word === agreementWord ? "research:read with an agreement" : word)).join(" or "),
  ];
  return new HubError("NOT_ALLOWED", { needed: { fr: ` ; il faut ${fr}`, en: `; it takes ${en}` } });
}
