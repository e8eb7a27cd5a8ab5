import type { CountedTable } from "../counted-table.js";
import { CodeIndex, joinedCodes } from "../search/code-index.js";
import type { RowClasses } from "./row-classes.js";

/** The classes that the records of one class may be taken for. */
export type VisitMatches = (visit: (place: number, matches: readonly Int32Array[]) => void) => void;

/** Each class with itself alone. */
export const onlyItself =
  ({ size }: RowClasses): VisitMatches =>
  (visit) => {
    for (let place = 0; place < size; place += 1) visit(place, [Int32Array.of(place)]);
  };

/**
 * Each class with all those that agree with it wherever both have a value: an empty key matches any (M. Templ, Statistical
 * Disclosure Control for Microdata, 2017; sdcMicro's freqCalc). Classes with the same empty keys are taken together, so
 * that the work grows with their number times that of the different sets of empty keys.
 */
export function matchingWhereBothHaveValues(table: CountedTable, classes: RowClasses): VisitMatches {
  const { keys } = table;
  const emptyCodes = keys.map(({ values }) => values.indexOf(""));
  const codeOf = (place: number, key: number): number => keys[key]!.codes[classes.rows[place]!]!;
  const patterns = new Map<string, { readonly filled: readonly number[]; readonly places: number[] }>();
  for (let place = 0; place < classes.size; place += 1) {
    const filled = [...keys.keys()].filter((key) => codeOf(place, key) !== emptyCodes[key]);
    const pattern = patterns.get(filled.join()) ?? { filled, places: [] };
    patterns.set(filled.join(), pattern);
    pattern.places.push(place);
  }
  const all = [...patterns.values()];
  if (all.length === 1 && all[0]!.filled.length === keys.length) return onlyItself(classes);

  /** Of each of the places, those of the others that agree with it on the shared keys. */
  const agreeing = (
    places: readonly number[],
    others: readonly number[],
    shared: readonly number[],
  ): Int32Array[] => {
    const joined = joinedCodes(
      Int32Array.from([...places, ...others], (place) => classes.rows[place]!),
      shared.map((key) => ({ codes: keys[key]!.codes, becomes: null, size: keys[key]!.values.length })),
    );
    const index = new CodeIndex(others.length);
    const groups: number[][] = [];
    others.forEach((other, at) => (groups[index.placeOf(joined[places.length + at]!)] ??= []).push(other));
    const members = groups.map((group) => Int32Array.from(group));
    return places.map((_, at) => members[index.find(joined[at]!)] ?? none);
  };

  return (visit) => {
    for (const { filled, places } of all) {
      const matches = all.map((other) =>
        agreeing(
          places,
          other.places,
          filled.filter((key) => other.filled.includes(key)),
        ),
      );
      places.forEach((place, at) =>
        visit(
          place,
          matches.map((agreed) => agreed[at]!),
        ),
      );
    }
  };
}

const none = new Int32Array();
