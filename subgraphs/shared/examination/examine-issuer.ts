import type { IssuerAddress } from "../access-token/issuer-address.js";
import { readIssuerKeys } from "../access-token/issuer-documents.js";
import type { TokenAlgorithm } from "../access-token/token-envelope.js";
import { IssuerUnavailable } from "../access-token/token-refusal.js";
import { verificationKeysOf } from "../access-token/verification-keys.js";

/** What a look at the issuer finds. */
export interface IssuerExamination {
  /** Keys that may verify a token, and the algorithms they are for. */
  readonly keys: number;
  readonly algorithms: readonly TokenAlgorithm[];
  /** The issuer's clock minus this machine's, as its Date header tells it to the second; null when it tells none. */
  readonly clockDifferenceMs: number | null;
}

/** Asks the issuer as the hub does. Rejects with a short reason. */
export async function examineIssuer(address: IssuerAddress): Promise<IssuerExamination> {
  try {
    const keys = await verificationKeysOf(await readIssuerKeys(address));
    const algorithms = new Set([...keys.values()].flatMap((ofKey) => [...ofKey.keys()]));
    return { keys: keys.size, algorithms: [...algorithms], clockDifferenceMs: await clockOf(address) };
  } catch (error) {
    if (!(error instanceof IssuerUnavailable)) throw error;
    throw new Error(error.message.replace(/^issuer unavailable: /, ""), { cause: error });
  }
}

async function clockOf({ discoveryUrl }: IssuerAddress): Promise<number | null> {
  const askedAt = Date.now();
  const answer = await fetch(discoveryUrl, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
  const told = Date.parse(answer.headers.get("date") ?? "");
  await answer.body?.cancel();
  // The header leaves out the milliseconds.
  return Number.isNaN(told) ? null : told + 500 - (askedAt + Date.now()) / 2;
}
