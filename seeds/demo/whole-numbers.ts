import type { Random } from "./random.js";

/** Where a number starts, and the ends that it may not leave. */
export interface Bounds {
  readonly start: number;
  readonly low: number;
  readonly high: number;
}

/** Whole numbers within their bounds, near their starts, whose sum is exactly `sum`. */
export function numbersOfSum(random: Random, sum: number, bounds: readonly Bounds[]): number[] {
  const lowest = bounds.reduce((total, { low }) => total + low, 0);
  const highest = bounds.reduce((total, { high }) => total + high, 0);
  if (sum < lowest || sum > highest)
    throw new RangeError(`${sum} lies outside ${lowest} to ${highest}, what the bounds allow.`);
  const numbers = bounds.map(({ start, low, high }) => Math.min(high, Math.max(low, Math.round(start))));
  let missing = sum - numbers.reduce((total, number) => total + number, 0);
  const step = Math.sign(missing);
  while (missing !== 0) {
    const place = random.integer(0, numbers.length - 1);
    const moved = (numbers[place] as number) + step;
    const { low, high } = bounds[place] as Bounds;
    if (moved < low || moved > high) continue;
    numbers[place] = moved;
    missing -= step;
  }
  return numbers;
}
