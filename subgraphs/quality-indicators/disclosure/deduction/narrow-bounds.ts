import type { LinearProblem, Row } from "../solver/linear-problem.js";

/**
 * Narrows the bounds of unknowns by the rows that they are in, over and over: what is left to one of them is what the
 * others of its row can leave it. Every bound stays true; most figures of a table need no solver after it.
 */
export function narrowBounds(
  problem: LinearProblem,
  rowsWith: readonly (readonly number[])[],
  changed: Iterable<number> = problem.rows.keys(),
): void {
  const waiting = [...changed];
  const isWaiting = new Uint8Array(problem.rows.length);
  for (const row of waiting) isWaiting[row] = 1;
  // Bounds of amounts may come closer for ever, by less and less.
  let steps = mostRounds * problem.rows.reduce((size, row) => size + row.length, 0);
  for (let next = 0; next < waiting.length && steps > 0; next += 1) {
    const index = waiting[next]!;
    const row = problem.rows[index]!;
    isWaiting[index] = 0;
    steps -= row.length;
    for (const unknown of narrowRow(row, problem))
      for (const other of rowsWith[unknown]!)
        if (other !== index && !isWaiting[other]) {
          isWaiting[other] = 1;
          waiting.push(other);
        }
  }
}

const mostRounds = 30;

/** Narrows the unknowns of one row; gives those that were. */
function narrowRow(row: Row, { lower, upper, isWhole }: LinearProblem): number[] {
  // The row's least and most without its infinite ends, which are counted.
  const ends = { least: 0, openLeast: 0, most: 0, openMost: 0 };
  for (const { unknown, times } of row) {
    const [low, high] = endsOf(times, lower[unknown]!, upper[unknown]!);
    if (low === -Infinity) ends.openLeast += 1;
    else ends.least += low;
    if (high === Infinity) ends.openMost += 1;
    else ends.most += high;
  }
  const narrowed: number[] = [];
  if (ends.openLeast > 1 && ends.openMost > 1) return narrowed;
  for (const { unknown, times } of row) {
    const [low, high] = endsOf(times, lower[unknown]!, upper[unknown]!);
    const othersLeast = without(ends.least, ends.openLeast, low);
    const othersMost = without(-ends.most, ends.openMost, -high);
    // times × unknown = − the others
    const [least, most] = endsOf(1 / times, othersMost, -othersLeast);
    if (narrowUnknown(unknown, least, most, lower, upper, isWhole)) narrowed.push(unknown);
  }
  return narrowed;
}

const endsOf = (times: number, least: number, most: number): [number, number] =>
  times > 0 ? [times * least, times * most] : [times * most, times * least];

/** The least of the others, when one of them is left out; −∞ where another is open. */
function without(least: number, open: number, low: number): number {
  if (low === -Infinity) return open === 1 ? least : -Infinity;
  return open === 0 ? least - low : -Infinity;
}

function narrowUnknown(
  unknown: number,
  least: number,
  most: number,
  lower: Float64Array,
  upper: Float64Array,
  isWhole: Uint8Array,
): boolean {
  // The truth deviates by 0 and is never cut off, whatever is rounded.
  const low = Math.min(0, isWhole[unknown] ? Math.ceil(least - 1e-6) : least - slack(least)) + 0;
  const high = Math.max(0, isWhole[unknown] ? Math.floor(most + 1e-6) : most + slack(most)) + 0;
  const isNarrower =
    low > lower[unknown]! + gain(lower[unknown]!) || high < upper[unknown]! - gain(upper[unknown]!);
  if (low > lower[unknown]!) lower[unknown] = low;
  if (high < upper[unknown]!) upper[unknown] = high;
  return isNarrower;
}

const slack = (bound: number): number => (Number.isFinite(bound) ? 1e-12 * Math.abs(bound) : 0);
// What is worth telling the other rows.
const gain = (bound: number): number => (Number.isFinite(bound) ? 1e-6 * (1 + Math.abs(bound)) : 0);
