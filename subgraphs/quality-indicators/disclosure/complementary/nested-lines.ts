import type { Term } from "../protected-table.js";
import type { DeviationSystem } from "./deviation-system.js";

/** A line as the sum of other lines, which come before it, and of some columns. */
export interface NestedLine {
  readonly line: number;
  readonly within: readonly number[];
  readonly rest: readonly Term[];
}

/** Lines by what is within them. */
export interface NestedLines {
  /** By column, the line that it is. */
  readonly isOne: ReadonlyMap<number, number>;
  /** All other lines, the shortest first. */
  readonly rows: readonly NestedLine[];
}

/**
 * Says what some lines sum, of some columns, with as few terms as it can: a province's total is that of its groups, and
 * not of all establishments again.
 */
export function nestedLines(
  { lines }: DeviationSystem,
  columns: ReadonlySet<number>,
  ranks: readonly number[],
): NestedLines {
  const isOne = new Map<number, number>();
  const longer: { line: number; terms: readonly Term[] }[] = [];
  for (const line of ranks) {
    const terms = lines[line]!.terms.filter(({ unknown }) => columns.has(unknown));
    const [only, ...others] = terms;
    if (only?.times === 1 && others.length === 0 && !isOne.has(only.unknown)) isOne.set(only.unknown, line);
    else if (only) longer.push({ line, terms });
  }
  longer.sort((one, other) => one.terms.length - other.terms.length);
  // By column, the ranks in `longer` of those before that have it.
  const withColumn = new Map<number, number[]>([...columns].map((column) => [column, []]));
  const rows = longer.map(({ line, terms }, rank): NestedLine => {
    const left = new Map(terms.map(({ unknown, times }) => [unknown, times]));
    const within: number[] = [];
    const candidates = new Set(terms.flatMap(({ unknown }) => withColumn.get(unknown)!));
    for (const other of [...candidates].sort((a, b) => b - a)) {
      const part = longer[other]!;
      if (!part.terms.every(({ unknown, times }) => left.get(unknown) === times)) continue;
      for (const { unknown } of part.terms) left.delete(unknown);
      within.push(part.line);
      if (left.size === 0) break;
    }
    for (const { unknown } of terms) withColumn.get(unknown)!.push(rank);
    return { line, within, rest: terms.filter(({ unknown }) => left.has(unknown)) };
  });
  return { isOne, rows };
}
