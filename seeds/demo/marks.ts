import type { Random } from "./random.js";

/** How much a place (by its rank) is inclined to a choice; `marks` is what it holds already. */
export type Inclination = (place: number, choice: string, marks: ReadonlySet<string>) => number;

/**
 * Marks choices in places so that each choice has exactly its count and no place is left without a mark.
 * The most inclined places get a choice first; chance decides between close ones.
 */
export function markChoices(
  random: Random,
  places: number,
  counts: ReadonlyMap<string, number>,
  inclination: Inclination,
): ReadonlySet<string>[] {
  const marks = Array.from({ length: places }, () => new Set<string>());
  for (const [choice, count] of [...counts].sort(([, left], [, right]) => right - left)) {
    if (count > places) throw new RangeError(`${choice}: ${count} marks do not fit in ${places} places.`);
    marks
      .map((held, place) => ({ held, rank: inclination(place, choice, held) + random.next() }))
      .sort((left, right) => right.rank - left.rank)
      .slice(0, count)
      .forEach(({ held }) => held.add(choice));
  }
  marks.forEach((held, place) => {
    if (held.size > 0) return;
    const wanted = [...counts.keys()].sort(
      (left, right) => inclination(place, right, held) - inclination(place, left, held),
    );
    for (const choice of wanted) {
      const [richest] = marks
        .filter((other) => other.has(choice) && other.size > 1)
        .sort((left, right) => right.size - left.size);
      if (!richest) continue;
      richest.delete(choice);
      held.add(choice);
      return;
    }
    throw new RangeError(`Too few marks for ${places} places.`);
  });
  return marks;
}

/** One choice for each place, each choice exactly as often as its count. */
export function dealChoices(random: Random, counts: ReadonlyMap<string, number>): string[] {
  return random.shuffle([...counts].flatMap(([choice, count]) => Array<string>(count).fill(choice)));
}

/**
 * Makes both places of each pair agree on the most frequent value, by exchanging with other places:
 * two people of one office describe one structure.
 */
export function agreeInPairs<Value>(values: Value[], pairs: readonly (readonly [number, number])[]): void {
  const written = (value: Value | undefined): string =>
    JSON.stringify(value instanceof Set ? [...value].sort() : value);
  const frequency = new Map<string, number>();
  for (const value of values) frequency.set(written(value), (frequency.get(written(value)) ?? 0) + 1);
  const [common] = [...frequency].sort(([, left], [, right]) => right - left)[0] ?? [];
  const settled = new Set<number>();
  for (const place of pairs.flat()) {
    const other = values.findIndex((value, index) => !settled.has(index) && written(value) === common);
    if (other < 0) throw new RangeError(`${common} is too rare for ${pairs.length} pairs to agree on it.`);
    [values[place], values[other]] = [values[other] as Value, values[place] as Value];
    settled.add(place);
  }
}
