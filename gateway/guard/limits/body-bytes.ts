import type { VariantName } from "../../supergraph/variant.js";

/**
 * Bytes of a request's body; one above is refused before it is read. Questions fit in 64 KB; behind the authenticated
 * door a campaign's form of 35 offices stays well below a megabyte.
 */
export const mostBodyBytes = {
  public: 64_000,
  authenticated: 1_000_000,
} as const satisfies Record<VariantName, number>;
