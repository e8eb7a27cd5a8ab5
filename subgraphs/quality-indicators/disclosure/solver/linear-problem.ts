import type { Term } from "../protected-table.js";

/** A sum of unknowns that readers know: it deviates from the truth by 0. */
export type Row = readonly Term[];

/**
 * What is left open of some unknowns, each as its deviation from the truth: bounds, and rows that sum to 0. Nothing
 * deviates in the truth itself, so that 0 everywhere is always a solution.
 */
export interface LinearProblem {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly isWhole: Uint8Array;
  readonly rows: readonly Row[];
  /** What one more of each unknown takes away from the sum that is asked for; nothing where unsaid. */
  readonly prices?: Float64Array;
}

/** The largest (direction 1) or smallest (−1) value of a sum; without witness where it has no bound. */
export type Extreme =
  | { readonly isBounded: false }
  | { readonly isBounded: true; readonly value: number; readonly witness: Float64Array };

/** What a sum comes to. */
export const sumOf = (terms: readonly Term[], values: Float64Array): number =>
  terms.reduce((sum, { unknown, times }) => sum + times * values[unknown]!, 0);

/** True for a sum that is whole whatever its unknowns are. */
export const isWholeSum = (terms: readonly Term[], { isWhole }: LinearProblem): boolean =>
  terms.every(({ unknown, times }) => isWhole[unknown] === 1 && Number.isInteger(times));

const tolerance = 1e-6;

/** The solver's values with the whole ones made whole, where they satisfy the problem; null where they do not. */
export function checkedSolution(problem: LinearProblem, values: ArrayLike<number>): Float64Array | null {
  const { lower, upper, isWhole, rows } = problem;
  const checked = Float64Array.from(values);
  for (let unknown = 0; unknown < checked.length; unknown += 1) {
    const value = checked[unknown]!;
    const [least, most] = [lower[unknown]!, upper[unknown]!];
    if (isWhole[unknown]) {
      const whole = Math.round(value);
      if (Math.abs(whole - value) > 1e-4 || whole < least || whole > most) return null;
      // Never −0.
      checked[unknown] = whole + 0;
    } else {
      if (value < least - tolerance || value > most + tolerance) return null;
      checked[unknown] = Math.min(Math.max(value, least), most);
    }
  }
  return rows.every((row) => isZero(row, checked)) ? checked : null;
}

function isZero(row: Row, values: Float64Array): boolean {
  let [sum, size] = [0, 1];
  for (const { unknown, times } of row) {
    const part = times * values[unknown]!;
    sum += part;
    size += Math.abs(part);
  }
  return Math.abs(sum) <= tolerance * Math.min(size, 1e3);
}
