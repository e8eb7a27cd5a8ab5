import type { Limit } from "./limit.js";

/**
 * Fields that repeat one beside them (the same answer's name, in the same place). The rule that overlapping fields can
 * be merged compares them pair by pair: GraphQL, October 2021, 5.3.2.
 */
export const repeatedFields: Limit = {
  code: "TOO_MANY_REPEATS",
  most: 100,
  of: (shape) => shape.repeats,
};
