import type { Limit } from "./limit.js";

/**
 * Levels of fields, fragments followed. The deepest list of the schema that means anything is eight levels down;
 * establishments of regions of establishments… have no end.
 */
export const depth: Limit = { code: "TOO_DEEP", most: 12, of: (shape) => shape.depth };
