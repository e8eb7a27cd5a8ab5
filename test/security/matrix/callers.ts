import type { Grant } from "../../../schema/access/table.js";
import type { Role } from "../../../schema/access/roles.js";
import { type Principal, publicPrincipal } from "../../../subgraphs/index.js";
import { anEstablishmentPrincipal, aResearcher, aSteward } from "../../harness/subgraph.js";

/** One column of the matrix: who asks, and the role that schema/access.table knows them by. */
export interface MatrixCaller {
  readonly name: string;
  readonly role: Role;
  readonly principal: Principal;
}

export const estrie = "ciusss-estrie-chus";
export const chum = "chum";
export const agreementOne = "entente-demo-1";
export const agreementTwo = "entente-demo-2";

/** Two establishments, two agreements, a researcher before one, the three stewards, and who has no token. */
export const matrixCallers: readonly MatrixCaller[] = [
  { name: "estrie", role: "establishment", principal: anEstablishmentPrincipal(estrie) },
  { name: "chum", role: "establishment", principal: anEstablishmentPrincipal(chum) },
  {
    name: "agreement 1",
    role: "researcher",
    principal: aResearcher(agreementOne, `researcher:${agreementOne}`),
  },
  {
    name: "agreement 2",
    role: "researcher",
    principal: aResearcher(agreementTwo, `researcher:${agreementTwo}`),
  },
  {
    name: "no agreement",
    role: "researcher-without-agreement",
    principal: aResearcher(null, "researcher-three"),
  },
  { name: "collect", role: "steward:collect", principal: aSteward("steward:collect") },
  { name: "publish", role: "steward:publish", principal: aSteward("steward:publish") },
  { name: "privacy", role: "steward:privacy", principal: aSteward("steward:privacy") },
  { name: "public", role: "public", principal: publicPrincipal },
];

/** The caller of a name. */
export function callerNamed(name: string): MatrixCaller {
  const caller = matrixCallers.find((candidate) => candidate.name === name);
  if (!caller) throw new Error(`no caller ${name} in the matrix`);
  return caller;
}

/** True when the grants of a field let the caller read it. */
export const mayRead = (grants: readonly Grant[], { role }: MatrixCaller): boolean =>
  grants.some((grant) => grant.role === "public" || grant.role === role);
