import type { JWK } from "jose";
import { canonicalJson } from "../../shared/canonical-json.js";
import { findingOf, type FindingReport } from "./finding.js";
import { readSeal, type Seal } from "./seal.js";

/** A seal that somebody kept, with the signature that says it is the hub's. */
export interface SignedSeal extends Seal {
  readonly signature: string;
}

const nowhere = { chain: null, sequence: null };
const sameSeal = (left: Seal, right: Seal): boolean =>
  canonicalJson([left.day, left.heads, left.sealedAt]) ===
  canonicalJson([right.day, right.heads, right.sealedAt]);

/** Checks that the hub signed a seal, as it stands. */
export async function verifySignature(
  { signature, ...seal }: SignedSeal,
  keys: readonly JWK[],
  report: FindingReport,
): Promise<void> {
  const signed = await readSeal(signature, keys);
  if (signed === null || !sameSeal(signed, seal))
    report(findingOf("SEAL_UNSIGNED", nowhere, { day: seal.day }));
}

/** The days between the first and the last seal that have none: each ended day gets one. */
export function reportMissingDays(days: readonly string[], report: FindingReport): void {
  const [first] = days;
  const known = new Set(days);
  if (first === undefined) return;
  const last = days.at(-1) ?? first;
  for (const day = new Date(`${first}T00:00:00Z`); ; day.setUTCDate(day.getUTCDate() + 1)) {
    const text = day.toISOString().slice(0, 10);
    if (text >= last) return;
    if (!known.has(text)) report(findingOf("SEAL_MISSING", nowhere, { day: text }));
  }
}

/** Checks a seal that somebody kept against the one that the database keeps of that day. */
export function compareSeals(given: Seal, kept: ReadonlyMap<string, Seal>, report: FindingReport): void {
  const ours = kept.get(given.day);
  if (ours === undefined) report(findingOf("SEAL_MISSING", nowhere, { day: given.day }));
  else if (!sameSeal(ours, given)) report(findingOf("SEAL_DIFFERS", nowhere, { day: given.day }));
}
