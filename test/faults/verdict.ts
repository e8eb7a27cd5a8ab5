/** One law of the hub, and where it does not hold; none is green. */
export interface Verdict {
  readonly law: string;
  readonly breaches: readonly string[];
}
