import type { Limit } from "./limit.js";

/** Aliases, fragments spread out: one page that compares all 35 establishments under names of its own has room. */
export const aliases: Limit = { code: "TOO_MANY_ALIASES", most: 100, of: (shape) => shape.aliases };
