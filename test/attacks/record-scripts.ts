import { groupedBy, mean } from "./arena.js";
import type { Partner, Person } from "./people.js";

/**
 * Linkage: for each record, names somebody of the register who has the same keys, one as good as another.
 * Gives how often that is right, and how often it is certain.
 */
export function linkage<Told>(
  records: readonly Told[],
  register: readonly Person[],
  keysOf: { readonly told: (record: Told) => string; readonly known: (person: Person) => string },
  chanceThatIs: (record: Told, person: Person) => number,
): { rate: number; certain: number; best: number } {
  const known = groupedBy(register, keysOf.known);
  const chances = records.map((record) => {
    const candidates = known.get(keysOf.told(record)) ?? [];
    return candidates.length === 0 ? 0 : mean(candidates.map((person) => chanceThatIs(record, person)));
  });
  return {
    rate: mean(chances),
    certain: mean(chances.map((chance) => Number(chance > 0.99))),
    best: Math.max(...chances),
  };
}

/** The most frequent of some values, and its share. */
export function mostFrequent(values: readonly string[]): { value: string; share: number } {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0]);
  return { value, share: values.length === 0 ? 0 : count / values.length };
}

/**
 * Inference: says of each person the value that most records with the person's keys have; of whom no record has the
 * keys, the value that most of all records have.
 */
export function inference<Told>(
  records: readonly Told[],
  persons: readonly Partner[],
  keysOf: { readonly told: (record: Told) => string; readonly known: (person: Person) => string },
  valueOf: (record: Told) => string,
  truthOf: (person: Partner) => string,
): { rate: number; chance: number; surest: number } {
  const usual = mostFrequent(records.map(valueOf)).value;
  const best = new Map(
    [...groupedBy(records, keysOf.told)].map(([keys, alike]) => [keys, mostFrequent(alike.map(valueOf))]),
  );
  const right = (guess: (person: Partner) => string): number =>
    mean(persons.map((person) => Number(guess(person) === truthOf(person))));
  return {
    rate: right((person) => best.get(keysOf.known(person))?.value ?? usual),
    chance: right(() => usual),
    surest: Math.max(...[...best.values()].map(({ share }) => share)),
  };
}

/** Subtraction: what the one has and the other has not, class by class. */
export function subtraction<Told>(
  from: readonly Told[],
  less: readonly Told[],
  keysOf: (record: Told) => string,
  toldOf: (record: Told) => string,
): ReadonlyMap<string, readonly Told[]> {
  const taken = new Map<string, number>();
  for (const record of less) taken.set(toldOf(record), (taken.get(toldOf(record)) ?? 0) + 1);
  const left = from.filter((record) => {
    const count = taken.get(toldOf(record)) ?? 0;
    taken.set(toldOf(record), count - 1);
    return count <= 0;
  });
  return groupedBy(left, keysOf);
}

/** Spearman's rank correlation of two lists, from -1 to 1; equal values share their rank. */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [ranksOf(left), ranksOf(right)];
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, index) => sum + (value - mx) * (y[index]! - my), 0);
  return product(a, meanA, b, meanB) / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((x, y) => values[x]! - values[y]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to += 1;
    for (let place = from; place <= to; place += 1) ranks[order[place]!] = (from + to) / 2;
    from = to + 1;
  }
  return ranks;
}
