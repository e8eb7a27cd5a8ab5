import type { Way } from "./way.js";

/** What an operation to draw is to be like. */
export interface OperationWishes {
  readonly seed: number;
  /** What the operation must reach. */
  readonly way: Way | null;
  readonly depth: number;
  /** How many fields it may have, about. */
  readonly fields: number;
  /** The rarer, the more often drawn. */
  readonly weightOf: (coordinate: string) => number;
  /** Fields that are not asked for. */
  readonly avoided: ReadonlySet<string>;
}
