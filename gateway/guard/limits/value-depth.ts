import type { Limit } from "./limit.js";

/** Levels of lists and objects in a value written in the document; a filter of filters needs no more than six. */
export const valueDepth: Limit = { code: "TOO_DEEP", most: 16, of: (shape) => shape.valueDepth };
