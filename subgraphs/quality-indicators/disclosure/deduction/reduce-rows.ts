import type { Term } from "../protected-table.js";
import type { Row } from "../solver/linear-problem.js";

/**
 * Says the same with shorter rows: what is known of a part is taken out of the whole. A province's total minus the
 * regions' totals leaves only the regions that are hidden, so that what hangs together stays small.
 */
export function reduceRows(rows: readonly Row[], unknowns: number): Row[] {
  const kept: Row[] = [];
  const keptWith: number[][] = Array.from({ length: unknowns }, () => []);
  const left = new Float64Array(unknowns);
  const lastTried = new Int32Array(rows.length).fill(-1);
  [...rows]
    .sort((one, other) => one.length - other.length)
    .forEach((row, rank) => {
      for (const { unknown, times } of row) left[unknown]! += times;
      for (const { unknown } of row)
        for (const other of keptWith[unknown]!) {
          if (lastTried[other] === rank) continue;
          lastTried[other] = rank;
          const part = kept[other]!;
          if (part.every((term) => isWithin(term, left)))
            for (const term of part) left[term.unknown]! -= term.times;
        }
      const rest = row.flatMap(({ unknown }) => {
        const times = left[unknown]!;
        left[unknown] = 0;
        return times === 0 ? [] : [{ unknown, times }];
      });
      if (rest.length === 0) return;
      for (const { unknown } of rest) keptWith[unknown]!.push(kept.length);
      kept.push(rest);
    });
  return kept;
}

const isWithin = ({ unknown, times }: Term, left: Float64Array): boolean =>
  times > 0 ? left[unknown]! >= times : left[unknown]! <= times;
