import type { Limit } from "./limit.js";

/** Uses of `@include` and `@skip`; any other directive is refused at its first use. */
export const directives: Limit = { code: "TOO_MANY_DIRECTIVES", most: 50, of: (shape) => shape.directives };
