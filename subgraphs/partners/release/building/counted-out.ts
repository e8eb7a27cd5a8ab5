import type { Combination, MembersAlike } from "../release-content.repository.js";
import type { ReleasePolicy } from "../release-policy.js";

/** One establishment's part in a class, and the class: how often each value of each sensitive column occurs. */
interface Spread {
  size: number;
  readonly values: Map<string, number>[];
}

/**
 * The classes, by their keys, in which an establishment that counts its own partners out would be left with fewer others
 * than the policy lets, or with others of whom all say the same in some column. A class of one establishment alone has
 * no others.
 */
export function countedOut(
  combinations: readonly Combination[],
  members: readonly MembersAlike[],
  { others, othersValues }: Pick<ReleasePolicy, "others" | "othersValues">,
): Set<string> {
  const classes = new Map<string, { readonly all: Spread; readonly own: Map<string, Spread> }>();
  for (const { combination, establishment, count } of members) {
    const { keys, sensitive } = combinations[combination - 1]!;
    const name = nameOf(keys);
    const found = classes.get(name) ?? { all: nobody(sensitive), own: new Map<string, Spread>() };
    const own = found.own.get(establishment) ?? nobody(sensitive);
    classes.set(name, found);
    found.own.set(establishment, own);
    for (const spread of [found.all, own]) add(spread, sensitive, count);
  }
  const tells = ({ all, own }: { readonly all: Spread; readonly own: Map<string, Spread> }): boolean =>
    [...own.values()].some((mine) => {
      const left = all.size - mine.size;
      if (left === 0) return false;
      return (
        left < others ||
        all.values.some((values, column) => valuesLeft(values, mine.values[column]!) < othersValues)
      );
    });
  return new Set([...classes].filter(([, found]) => tells(found)).map(([name]) => name));
}

/** The name of a class, by its keys. */
export const nameOf = (keys: readonly string[]): string => JSON.stringify(keys);

const nobody = (sensitive: readonly string[]): Spread => ({
  size: 0,
  values: sensitive.map(() => new Map()),
});

function add(spread: Spread, sensitive: readonly string[], count: number): void {
  spread.size += count;
  sensitive.forEach((value, column) => {
    const values = spread.values[column]!;
    values.set(value, (values.get(value) ?? 0) + count);
  });
}

const valuesLeft = (all: ReadonlyMap<string, number>, mine: ReadonlyMap<string, number>): number =>
  [...all].filter(([value, count]) => count > (mine.get(value) ?? 0)).length;
