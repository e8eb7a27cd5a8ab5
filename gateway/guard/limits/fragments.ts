import type { Limit } from "./limit.js";

/** Named fragments of a document: one for each component of a large page. */
export const fragments: Limit = { code: "TOO_MANY_FRAGMENTS", most: 50, of: (shape) => shape.fragments };
