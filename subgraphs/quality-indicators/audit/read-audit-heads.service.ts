import type { SubgraphContext } from "../../shared/context.js";
import type { AuditHeads } from "./audit-heads.entity.js";
import { findSeal } from "./seal.repository.js";

/** The heads sealed for a day, or the last ones, by the end of another day when one is given; null when there are none. */
export async function readAuditHeads(
  context: SubgraphContext,
  day: string | null,
  asOf?: string,
): Promise<AuditHeads | null> {
  const seal = await findSeal(context, day, asOf);
  if (seal === null) return null;
  const { kid = "", kty = "", crv = "", x = "" } = seal.key;
  return {
    day: seal.day,
    heads: Object.entries(seal.heads)
      .map(([chain, head]) => ({ chain, head }))
      .sort((left, right) => (left.chain < right.chain ? -1 : 1)),
    sealedAt: new Date(seal.sealedAt),
    signature: seal.signature,
    key: { kid, kty, crv, x },
  };
}
