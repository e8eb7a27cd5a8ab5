import { identifiersIn } from "./rules/direct-identifiers.js";
import { isOpaque } from "./rules/opaque-id.js";

/** True for a local id that may be compared, kept and told: it is opaque, and no direct identifier. */
export const isSafeId = (localId: string): boolean =>
  isOpaque(localId) && identifiersIn(localId).length === 0;
