import type { ReleasePolicy } from "../release-policy.js";

/** What one release tells of a person: the class it is in, and a value for each sensitive column. */
export interface Told {
  readonly keys: readonly string[];
  readonly sensitive: readonly string[];
}

/** Persons of whom every release tells the same; null for a release that they are not in. */
export interface PersonsAlike {
  readonly told: readonly (Told | null)[];
  readonly count: number;
}

/** Some of the persons alike. */
export interface SomeAlike {
  readonly persons: PersonsAlike;
  readonly count: number;
}

/** How often each value occurs, one map a sensitive column. */
export type Tally = readonly Map<string, number>[];

/** How the sensitive values of one release are spread over the given persons. */
export function tallyOf(release: number, some: Iterable<SomeAlike>): Tally {
  const tally: Map<string, number>[] = [];
  for (const { persons, count } of some)
    persons.told[release]?.sensitive.forEach((value, column) => {
      const values = (tally[column] ??= new Map());
      values.set(value, (values.get(value) ?? 0) + count);
    });
  return tally;
}

/** What a release promises of each class, and how its sensitive values are spread over all of it. */
export interface Promised {
  readonly policy: Pick<ReleasePolicy, "l" | "t">;
  readonly overall: Tally;
}

/**
 * True when persons whom a reader of the releases could tell from all others are at least k, and as diverse and as
 * ordinary as each release that they are in promises of its own classes.
 */
export function isSafeCell(
  some: readonly SomeAlike[],
  k: number,
  releases: readonly number[],
  promised: readonly Promised[],
): boolean {
  const size = sizeOf(some);
  if (size < k) return false;
  return releases.every((release) => {
    const { policy, overall } = promised[release]!;
    return tallyOf(release, some).every(
      (values, column) =>
        [...values.values()].filter((count) => count > 0).length >= policy.l &&
        distance(values, size, overall[column] ?? new Map()) <= policy.t + roundingError,
    );
  });
}

export const sizeOf = (some: readonly SomeAlike[]): number => some.reduce((sum, { count }) => sum + count, 0);

/** Half the sum of the differences between the shares of a value here and in the whole release. */
function distance(
  values: ReadonlyMap<string, number>,
  size: number,
  overall: ReadonlyMap<string, number>,
): number {
  let whole = 0;
  for (const count of overall.values()) whole += count;
  let differences = 0;
  for (const [value, count] of overall)
    differences += Math.abs((values.get(value) ?? 0) / size - count / whole);
  return differences / 2;
}

// A distance that is exactly t must not depend on the order of a sum.
const roundingError = 1e-12;
