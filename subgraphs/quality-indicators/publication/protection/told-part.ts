/** What one unit of an office put into a figure, a number of times. */
export interface ToldPart {
  /**
   * The unknown that it is: which unit of the office, what of its answer, and the content of that answer. Unchanged
   * content is the same unknown in every figure and every vintage.
   */
  readonly unknown: string;
  /** What of the answer: the number given, or which of its conditions hold; unknowns of two kinds are never the same. */
  readonly kind: string;
  readonly times: number;
  /** The number given, where that is what was put in. */
  readonly number: number | null;
}

/** What a figure tells of the answers to one question, to a reader who knows the answers to every other one. */
export interface ToldOfQuestion {
  readonly question: string;
  /** How it is read: as a number that is added up, as a range, as conditions that hold or not, or as units. */
  readonly reading: "SUM" | "RANGE" | "CONDITIONS" | "UNITS";
  readonly parts: ReadonlyMap<string, readonly ToldPart[]>;
  /** True when readers know how much each office weighs in it: its sum then tells which offices are in it. */
  readonly isWeighed: boolean;
}

/** What a figure tells; null where that cannot be followed. */
export type Told = readonly ToldOfQuestion[] | null;
