import type { CountedTable } from "./counted-table.js";
import { individualRisk } from "./measure/individual-risk.js";
import { matchingWhereBothHaveValues, onlyItself } from "./measure/matching-classes.js";
import { rowClasses, valueLists } from "./measure/row-classes.js";
import { WorstSpread } from "./measure/worst-spread.js";

/** What is measured on any table. */
export interface MeasuredRisk {
  readonly records: number;
  /** Different combinations of keys. */
  readonly classes: number;
  /** Records of the smallest class; 0 of an empty table. */
  readonly k: number;
  readonly averageRisk: number;
  readonly maximumRisk: number;
  /** Records that no other record equals once the sensitive columns are read with the keys. */
  readonly recordsUniqueOnAllColumns: number;
  /** Fewest records that are equal on the keys and the sensitive columns together. */
  readonly smallestClassOnAllColumns: number;
  /** Of each sensitive column, in the worst class. */
  readonly diversity: readonly { readonly column: string; readonly l: number; readonly t: number }[];
  /** Of each row of the counted table, the records of its class. */
  readonly classSizes: Float64Array;
}

/** How a table is measured. */
export interface Measurement {
  /** An empty key matches any value; otherwise it is a value like any other. */
  readonly emptyMatches: boolean;
}

/**
 * Measures a table as it is: classes, risk of each record (1 out of its class; the individual risk where the records
 * have weights), diversity and distance of the sensitive columns. The order of the rows changes nothing.
 */
export function measureRisk(
  table: CountedTable,
  { emptyMatches }: Measurement = { emptyMatches: false },
): MeasuredRisk {
  const classes = rowClasses(table);
  const spreads = table.sensitive.map(
    (_, column) => new WorstSpread(table, valueLists(table, classes, column), column),
  );
  const sizes = new Float64Array(classes.size);
  const population = new Float64Array(classes.size);
  const visit = emptyMatches ? matchingWhereBothHaveValues(table, classes) : onlyItself(classes);
  visit((place, matches) => {
    for (const matching of matches)
      for (const match of matching) {
        sizes[place] = sizes[place]! + classes.counts[match]!;
        population[place] = population[place]! + classes.weights[match]!;
      }
    for (const spread of spreads) spread.look(matches, sizes[place]!);
  });
  const alike = rowClasses(table, table.keys.length + table.sensitive.length).counts;
  return {
    records: table.counts.reduce((sum, count) => sum + count, 0),
    classes: classes.size,
    k: smallestOf(sizes),
    ...riskOf(classes.counts, sizes, population),
    recordsUniqueOnAllColumns: alike.filter((count) => count === 1).length,
    smallestClassOnAllColumns: smallestOf(alike),
    diversity: spreads.map(({ l, t }, column) => ({ column: table.sensitive[column]!.column, l, t })),
    classSizes: Float64Array.from(classes.classOf, (place) => sizes[place]!),
  };
}

const smallestOf = (sizes: Float64Array): number =>
  sizes.length === 0 ? 0 : sizes.reduce((smallest, size) => Math.min(smallest, size));

function riskOf(
  counts: Float64Array,
  sizes: Float64Array,
  population: Float64Array,
): { averageRisk: number; maximumRisk: number } {
  const recordsByRisk = new Map<number, number>();
  counts.forEach((count, place) => {
    const risk = individualRisk(sizes[place]!, population[place]!);
    recordsByRisk.set(risk, (recordsByRisk.get(risk) ?? 0) + count);
  });
  // Added in the order of the risks: a sum of fractions depends on the order.
  const sorted = [...recordsByRisk].sort(([one], [other]) => one - other);
  const records = counts.reduce((sum, count) => sum + count, 0);
  const expected = sorted.reduce((sum, [risk, count]) => sum + risk * count, 0);
  return { averageRisk: records === 0 ? 0 : expected / records, maximumRisk: sorted.at(-1)?.[0] ?? 0 };
}
