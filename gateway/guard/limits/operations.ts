import type { Limit } from "./limit.js";

/** Operations of a document: one is run, but each is checked. */
export const operations: Limit = { code: "TOO_MANY_OPERATIONS", most: 10, of: (shape) => shape.operations };
