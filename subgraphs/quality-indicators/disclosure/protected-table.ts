/** A number that the figures of a table are made of; nobody publishes it but as a figure. */
export interface Unknown {
  readonly value: number;
  /** What everybody knows of it: never less, never more. */
  readonly lower: number;
  readonly upper: number | null;
  /** True for a count: a reader may use that it is whole. */
  readonly isWhole: boolean;
}

/** One of the unknowns that a figure sums. */
export interface Term {
  /** Rank in the table's unknowns, from 0. */
  readonly unknown: number;
  readonly times: number;
}

/** A figure of a table: the sum of some unknowns. */
export interface Figure {
  readonly terms: readonly Term[];
  /** True when readers see it. */
  readonly isShown: boolean;
  /** What is lost when it is hidden; null when it can no longer be: it has been seen. */
  readonly cost: number | null;
  /**
   * What a reader must be left to guess when it is hidden: the interval of the values that it may have is at least this
   * wide and does not end at the true value, unless that is 0. Null for a figure that anybody may know.
   */
  readonly width: number | null;
}

/** A reader who knows more than the table says, as a contributor knows its own figure. */
export interface Insider {
  readonly name: string;
  readonly knows: readonly {
    readonly unknown: number;
    readonly lower: number;
    readonly upper: number | null;
  }[];
}

/**
 * Everything that is published together, and what was published before: all totals, levels, linked figures and years.
 * The value of a figure is not repeated: it is the sum of its unknowns.
 */
export interface ProtectedTable {
  readonly unknowns: readonly Unknown[];
  readonly figures: readonly Figure[];
  readonly insiders: readonly Insider[];
}

/** What a reader can compute of a hidden figure. */
export interface DeducedInterval {
  /** Rank in the table's figures, from 0. */
  readonly figure: number;
  /** Of a reader of the table alone; null where no upper end can be computed. */
  readonly lower: number;
  readonly upper: number | null;
  /** True when no reader comes too close, insiders included. */
  readonly isSafe: boolean;
  /** The insider who comes too close where a reader of the table alone does not; null otherwise. */
  readonly insider: string | null;
}
