import type { Limit } from "./limit.js";

/** Introspections (`__schema`, `__type`) in one request: each `__schema` may name every type of the hub. */
export const introspections: Limit = {
  code: "TOO_MANY_FIELDS",
  most: 5,
  of: (shape) => shape.introspection.roots,
};
