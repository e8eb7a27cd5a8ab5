/** What goes wrong while one operation runs; nothing else differs between two runs of it. */
export interface Weather {
  /** Every value follows from it. */
  readonly seed: number;
  /** Of 100 places that may be null, and of those that may not. */
  readonly nullPercent: number;
  readonly wrongNullPercent: number;
  readonly errorPercent: number;
  /** Of 100 references to an entity: answered by nothing, or by an error. */
  readonly missingPercent: number;
  readonly lostPercent: number;
  /** Where most goes wrong; null when nowhere in particular. */
  readonly target: Target | null;
  /** The subgraph that does not answer at all, and how. */
  readonly failing: { readonly subgraph: string; readonly how: "rejects" | "refuses" } | null;
  /** True when subgraphs hand on nulls where their schema has none, instead of completing their answers themselves. */
  readonly isLenient: boolean;
}

export interface Target {
  readonly coordinate: string;
  /** 0 is the field itself, 1 an element of its list, and so on. */
  readonly level: number;
  readonly what: "null" | "error";
  readonly percent: number;
}

/** A day on which everything is there. */
export const fairWeather = (seed: number): Weather => ({
  ...{ seed, nullPercent: 0, wrongNullPercent: 0, errorPercent: 0, missingPercent: 0, lostPercent: 0 },
  ...{ target: null, failing: null, isLenient: false },
});
