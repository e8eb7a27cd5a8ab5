import type { Limit } from "./limit.js";

/**
 * Lists of types within lists of types (`fields`, `interfaces`, `possibleTypes`, `inputFields`) of an introspection.
 * The standard query of tools has one level; circular introspection squares the answer at each further one.
 */
export const introspectionDepth: Limit = {
  code: "INTROSPECTION_TOO_DEEP",
  most: 2,
  of: (shape) => shape.introspection.lists,
};
