import type { CountedTable } from "../counted-table.js";
import type { ValueLists } from "./row-classes.js";

/**
 * The worst of what the classes show of one sensitive column: fewest distinct values (distinct l-diversity, A.
 * Machanavajjhala et al., TKDD 2007), and greatest distance from the whole table (t-closeness, N. Li, T. Li and S.
 * Venkatasubramanian, ICDE 2007, with all values equally far apart). An empty cell is a value like any other.
 */
export class WorstSpread {
  l = 0;
  t = 0;
  private hasLooked = false;
  private readonly shares: Float64Array;
  private readonly counts: Float64Array;

  constructor(
    { sensitive, counts }: CountedTable,
    private readonly lists: ValueLists,
    column: number,
  ) {
    const values = sensitive[column]!.values.length;
    const records = counts.reduce((sum, count) => sum + count, 0);
    this.shares = new Float64Array(values);
    this.counts = new Float64Array(values);
    lists.values.forEach((value, at) => {
      this.shares[value] = this.shares[value]! + lists.counts[at]! / records;
    });
  }

  /** Looks at the classes that may be taken for one another, with their records together. */
  look(classes: readonly Int32Array[], records: number): void {
    const { counts, shares, lists } = this;
    const met: number[] = [];
    for (const some of classes)
      for (const place of some)
        for (let at = lists.starts[place]!; at < lists.starts[place + 1]!; at += 1) {
          const value = lists.values[at]!;
          if (counts[value] === 0) met.push(value);
          counts[value] = counts[value]! + lists.counts[at]!;
        }
    // What a class has too much of, it lacks elsewhere: half the sum of all differences.
    let distance = 0;
    for (const value of met) {
      distance += Math.max(0, counts[value]! / records - shares[value]!);
      counts[value] = 0;
    }
    this.l = this.hasLooked ? Math.min(this.l, met.length) : met.length;
    this.t = Math.max(this.t, distance);
    this.hasLooked = true;
  }
}
