import type { VariantName } from "../../supergraph/variant-name.js";

/**
 * Bytes of a request's body; one above is refused before it is read. Questions fit in 64 KB; behind the authenticated
 * door, where a token is verified before a body is read, a whole roster comes in: 5,000 partners with three engagements
 * each, three times as many as the 35 offices of 2024 have between them.
 */
export const mostBodyBytes = {
  public: 64_000,
  authenticated: 5_000_000,
} as const satisfies Record<VariantName, number>;
