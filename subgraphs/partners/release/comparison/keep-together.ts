import type { ReleasePolicy } from "../release-policy.js";
import {
  isSafeCell,
  type PersonsAlike,
  type Promised,
  sizeOf,
  type SomeAlike,
  type Tally,
  tallyOf,
} from "./person-cell.js";

/** Releases that are read together: the earlier ones in their order, then the one that is being built. */
export interface ReadTogether {
  readonly policies: readonly Pick<ReleasePolicy, "k" | "l" | "t">[];
  /** Every person of any of them. */
  readonly persons: readonly PersonsAlike[];
}

/**
 * How many of each persons the new release may keep, so that reading it with the earlier ones tells nothing more.
 *
 * Releases read together are one release (A-2.1, r. 0.1, s. 2: correlation): who is in class C of one and in class D, or
 * in no class, of another can be told from the others by subtracting. Each of these cells must hold what a class must.
 * Where one does not, persons are taken out of the new release:
 *
 *   cell            what is done
 *   in the new one  all of it is taken out: newcomers wait until there are enough of them, movers until others moved
 *   not in it       it is filled up with more of the same earlier classes, of those values that it lacks most
 *
 * What is taken out stays out, so this ends; with everybody out, each earlier cell is whole again, as safe as it was.
 *
 * Releases may promise different k. Whoever reads those of the largest alone is promised the largest; whoever adds one
 * of a smaller k is promised that: the cells of each such circle of readers are looked at by themselves.
 */
export function keepTogether({ policies, persons }: ReadTogether): number[] {
  const now = policies.length - 1;
  const kept = persons.map(({ told, count }) => (told[now] ? count : 0));
  const someOf = (places: readonly number[]): SomeAlike[] =>
    places.map((place) => ({ persons: persons[place]!, count: kept[place]! }));
  const everybody = persons.map((alike) => ({ persons: alike, count: alike.count }));
  const earlier = policies
    .slice(0, now)
    .map((policy, release) => ({ policy, overall: tallyOf(release, everybody) }));
  const pasts = circlesOf(policies).flatMap((circle) => pastsOf(persons, now, circle));
  const { k } = policies[now]!;
  const classes = [...groupedBy(persons, (alike) => keyOf(alike, [now])).values()];

  const takeOutUnsafe = (
    cells: readonly (readonly number[])[],
    cell: { readonly k: number; readonly releases: readonly number[] },
    promised: readonly Promised[],
  ): boolean => {
    let isChanged = false;
    for (const places of cells) {
      const some = someOf(places);
      if (sizeOf(some) === 0 || isSafeCell(some, cell.k, cell.releases, promised)) continue;
      for (const place of places) kept[place] = 0;
      isChanged = true;
    }
    return isChanged;
  };

  for (;;) {
    const promised = [
      ...earlier,
      { policy: policies[now]!, overall: tallyOf(now, someOf(persons.map((_, place) => place))) },
    ];
    let isChanged = takeOutUnsafe(classes, { k, releases: [now] }, promised);
    for (const past of pasts) {
      if (takeOutUnsafe(past.cells, { k: past.k, releases: [...past.releases, now] }, promised))
        isChanged = true;
      if (past.releases.length > 0 && fillUp({ ...past, promised, persons, kept })) isChanged = true;
    }
    if (!isChanged) return kept;
  }
}

/** Earlier releases that are read with the new one, and the k that who reads them is promised. */
interface Circle {
  readonly k: number;
  readonly releases: readonly number[];
}

function circlesOf(policies: ReadTogether["policies"]): Circle[] {
  const now = policies.length - 1;
  const demanded = new Set(policies.map(({ k }) => k).filter((k) => k <= policies[now]!.k));
  return [...demanded].map((k) => ({
    k,
    releases: [...policies.keys()].filter((release) => release !== now && policies[release]!.k >= k),
  }));
}

interface Past {
  readonly k: number;
  /** The earlier releases that these persons are in. */
  readonly releases: readonly number[];
  readonly places: readonly number[];
  /** The same persons by their class in the new release; those who are in none are in no cell. */
  readonly cells: readonly (readonly number[])[];
}

/** Persons of the same class in each earlier release of a circle. */
function pastsOf(persons: readonly PersonsAlike[], now: number, { k, releases }: Circle): Past[] {
  return [...groupedBy(persons, (alike) => keyOf(alike, releases)).values()].map((places) => {
    const present = places.filter((place) => persons[place]!.told[now]);
    const cells = groupedBy(present, (place) => keyOf(persons[place]!, [now]));
    return {
      k,
      releases: releases.filter((release) => persons[places[0]!]!.told[release]),
      places,
      cells: [...cells.values()].map((indexes) => indexes.map((index) => present[index]!)),
    };
  });
}

const keyOf = ({ told }: PersonsAlike, releases: readonly number[]): string =>
  JSON.stringify(releases.map((release) => told[release]?.keys ?? null));

/** The places of the items, by a key of each. */
function groupedBy<Item>(items: readonly Item[], keyOfItem: (item: Item) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  items.forEach((item, place) => {
    const key = keyOfItem(item);
    const known = groups.get(key);
    if (known) known.push(place);
    else groups.set(key, [place]);
  });
  return groups;
}

interface Filling extends Past {
  readonly promised: readonly Promised[];
  readonly persons: readonly PersonsAlike[];
  readonly kept: number[];
}

/** Takes out one person after the other until those who are not in the new release are a safe cell; true if any was. */
function fillUp({ k, places, cells, releases, promised, persons, kept }: Filling): boolean {
  let isChanged = false;
  for (;;) {
    const absent = places.map((place) => ({
      persons: persons[place]!,
      count: persons[place]!.count - kept[place]!,
    }));
    if (sizeOf(absent) === 0 || isSafeCell(absent, k, releases, promised)) return isChanged;
    const giver = cells.reduce<readonly number[]>(
      (largest, cell) => (keptOf(cell, kept) > keptOf(largest, kept) ? cell : largest),
      [],
    );
    const lacking = releases.map((release) => ({
      release,
      here: tallyOf(release, absent),
      overall: promised[release]!.overall,
    }));
    const size = sizeOf(absent);
    let best = -1;
    let most = -Infinity;
    for (const place of giver) {
      if (kept[place] === 0) continue;
      const score = lacking.reduce(
        (sum, { release, here, overall }) =>
          sum + lackOf(persons[place]!.told[release]!.sensitive, here, overall, size),
        0,
      );
      if (score > most) [best, most] = [place, score];
    }
    if (best < 0) return isChanged;
    kept[best] = kept[best]! - 1;
    isChanged = true;
  }
}

const keptOf = (places: readonly number[], kept: readonly number[]): number =>
  places.reduce((sum, place) => sum + kept[place]!, 0);

/** How much a cell lacks these values: their shares in the whole release less those here; a missing one above all. */
const lackOf = (sensitive: readonly string[], here: Tally, overall: Tally, size: number): number =>
  sensitive.reduce((sum, value, column) => {
    const count = here[column]?.get(value) ?? 0;
    let whole = 0;
    for (const each of overall[column]?.values() ?? []) whole += each;
    return sum + (count === 0 ? 1 : 0) + (overall[column]?.get(value) ?? 0) / whole - count / size;
  }, 0);
