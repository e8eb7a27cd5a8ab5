import type { Limit } from "./limit.js";

/**
 * Fields of an introspection, fragments spread out. The standard query of tools has about 200: it may be asked once a
 * request, not in a batch of aliases.
 */
export const introspectionFields: Limit = {
  code: "TOO_MANY_FIELDS",
  most: 300,
  of: (shape) => shape.introspection.fields,
};
