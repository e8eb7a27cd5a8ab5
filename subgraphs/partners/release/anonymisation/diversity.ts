/** How many different values there are. */
export const distinctValues = (values: readonly string[]): number => new Set(values).size;

/** How often each value occurs, as a share of all. */
export function sharesOf(values: readonly string[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const value of values) shares.set(value, (shares.get(value) ?? 0) + 1 / values.length);
  return shares;
}

/** Half the sum of the differences between two distributions: 0 when they are equal, 1 when they share no value. */
export function distanceBetween(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): number {
  const values = new Set([...one.keys(), ...other.keys()]);
  const differences = [...values].map((value) => Math.abs((one.get(value) ?? 0) - (other.get(value) ?? 0)));
  return differences.reduce((sum, difference) => sum + difference, 0) / 2;
}
