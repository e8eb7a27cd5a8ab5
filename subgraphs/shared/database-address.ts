import { createHmac } from "node:crypto";
import type { Audience } from "./principal.js";
import { StartError } from "./start-error.js";

/** The roles that log in: one a kind of caller, and the one that migrates. */
export type LoginRole = `hub_${Audience}` | "hub_migrator";
export const loginRoles: readonly LoginRole[] = [
  "hub_public",
  "hub_researcher",
  "hub_establishment",
  "hub_steward",
  "hub_migrator",
];

/** One PostgreSQL server as the hub reaches it: an address that may create roles, and the secret of their passwords. */
export interface DatabaseAddress {
  /** postgres://user:password@host:port/database; the user may create roles and schemas. */
  readonly url: string;
  /** Every process of one hub derives the same role passwords from it. */
  readonly roleSecret: string;
  /** Told the secret whose password PostgreSQL refused; true when another is to be tried. Absent: it never changes. */
  turnFrom?(refused: string): boolean;
}

/** The password of a role; derived, so that gateway and subgraphs need not hand it round. */
export const passwordOf = (address: DatabaseAddress, role: LoginRole): string =>
  createHmac("sha256", address.roleSecret).update(role).digest("base64url");

/** The address under which a role logs in. */
export function urlOfRole(address: DatabaseAddress, role: LoginRole): string {
  const url = new URL(address.url);
  url.username = role;
  url.password = passwordOf(address, role);
  return url.toString();
}

const shortestSecret = 6;

/** The secret of the role passwords: the given one, else the password of the address. Throws StartError without either. */
export function roleSecretOf(url: string, secret: string | undefined): string {
  const found = secret ?? decodeURIComponent(new URL(url).password);
  if (found.length >= shortestSecret) return found;
  throw new StartError(
    "NO_ROLE_SECRET",
    `DATABASE_URL n'a pas de mot de passe d'au moins ${shortestSecret} caractères : donnez DATABASE_ROLE_SECRET (seize caractères ou plus, le même pour chaque processus), d'où viennent les mots de passe des rôles.`,
    `DATABASE_URL has no password of at least ${shortestSecret} characters: give DATABASE_ROLE_SECRET (sixteen or more, the same for every process), from which the roles' passwords are derived.`,
  );
}
