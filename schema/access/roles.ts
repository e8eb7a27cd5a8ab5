import { type AccessRule, mayRead, type Principal, publicPrincipal } from "../../subgraphs/index.js";

/** The kinds of caller of the table, and what stands for each in a token. */
const callers = {
  researcher: { audience: "researcher", scopes: ["research:read"], agreement: "…" },
  "researcher-without-agreement": { audience: "researcher", scopes: ["research:read"] },
  establishment: { audience: "establishment", scopes: ["figures:write"], establishment: "…" },
  "steward:collect": { audience: "steward", scopes: ["steward:collect"] },
  "steward:publish": { audience: "steward", scopes: ["steward:publish"] },
  "steward:privacy": { audience: "steward", scopes: ["steward:privacy"] },
} as const satisfies Record<string, Partial<Principal>>;

/** Who a field may be open to: `public` is everybody, and stands alone. */
export const roles = ["public", ...(Object.keys(callers) as (keyof typeof callers)[])] as const;
export type Role = (typeof roles)[number];

/** The roles that read only the rows of who they are bound to, where the table says so. */
export const rolesWithRows: readonly Role[] = ["researcher", "researcher-without-agreement", "establishment"];

/** The roles that a rule of the code lets through; none for what only the hub itself reads. */
export function rolesOf(rule: AccessRule): Role[] {
  if (rule === "public") return ["public"];
  return roles.filter(
    (role) =>
      role !== "public" && mayRead(rule, { ...publicPrincipal, subject: "…", ...callers[role] } as Principal),
  );
}
