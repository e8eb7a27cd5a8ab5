import { type DatabaseAddress, roleSecretOf } from "../database-address.js";
import { RotatedAddress } from "./rotated-address.js";
import { derivedSecrets, givenSecret, type SecretSource } from "./secret-source.js";
import { StartError } from "../start-error.js";

/** The variables that give the secrets of the hub. */
export interface SecretVariables {
  readonly HOP_SECRET?: string | undefined;
  readonly HOP_SECRET_FILE?: string | undefined;
  readonly DATABASE_ROLE_SECRET?: string | undefined;
  readonly DATABASE_ROLE_SECRET_FILE?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
}

// An HMAC key shorter than its hash weakens it (RFC 2104, s. 3; RFC 7518, s. 3.2).
const shortestHopSecret = 32;
const shortestRoleSecret = 16;

const givenRoleSecrets = (told: SecretVariables): SecretSource | null =>
  givenSecret(
    { variable: "DATABASE_ROLE_SECRET", shortest: shortestRoleSecret },
    { value: told.DATABASE_ROLE_SECRET, file: told.DATABASE_ROLE_SECRET_FILE },
  );

/**
 * How a process reaches its database servers, by their addresses: with the secret that the environment gives, else the
 * password of the address. Throws StartError without either.
 */
export function databaseAddresses(told: SecretVariables): (url: string) => DatabaseAddress {
  const given = givenRoleSecrets(told);
  const known = new Map<string, DatabaseAddress>();
  return (url) => {
    const address = known.get(url) ?? addressOf(url, given);
    known.set(url, address);
    return address;
  };
}

const addressOf = (url: string, given: SecretSource | null): DatabaseAddress =>
  given === null ? { url, roleSecret: roleSecretOf(url, undefined) } : new RotatedAddress(url, given);

/**
 * The secrets that hops are signed with: the given ones, else derived from the secret of the roles or the password of
 * DATABASE_URL, which every process of one hub has. Throws StartError when there is none.
 */
export function hopSecretsOf(told: SecretVariables): SecretSource {
  const given = givenSecret(
    { variable: "HOP_SECRET", shortest: shortestHopSecret },
    { value: told.HOP_SECRET, file: told.HOP_SECRET_FILE },
  );
  const source = given ?? derivedFrom(givenRoleSecrets(told) ?? passwordIn(told.DATABASE_URL));
  if (source !== null) return source;
  throw new StartError(
    "NO_HOP_SECRET",
    `La passerelle et les sous-graphes servis par HTTP se reconnaissent à un secret commun : donnez HOP_SECRET (${shortestHopSecret} caractères ou plus, le même pour chaque processus) ou HOP_SECRET_FILE. Faites-en un : openssl rand -base64 48`,
    `The gateway and subgraphs served over HTTP know each other by a common secret: give HOP_SECRET (${shortestHopSecret} characters or more, the same for every process) or HOP_SECRET_FILE. Make one: openssl rand -base64 48`,
  );
}

const derivedFrom = (source: SecretSource | null): SecretSource | null =>
  source === null ? null : derivedSecrets(source, "hop");

/** The password of an address, when it is long enough to derive a key from: hops are seen on the way and could be tried. */
function passwordIn(url: string | undefined): SecretSource | null {
  const password = url === undefined ? "" : decodeURIComponent(new URL(url).password);
  return givenSecret(
    { variable: "DATABASE_URL", shortest: shortestRoleSecret },
    { value: password.length >= shortestRoleSecret ? password : undefined, file: undefined },
  );
}
