import { isCombinationOf, type Row } from "./linear-combination.js";
import { smallestGroup } from "./smallest-group.js";
import type { Part, ToldMagnitude } from "./told-magnitude.js";

// Past this many groups tried it counts as told: what cannot be made sure of is withheld.
const mostTried = 20_000;

const hasTheSameOffices = (left: ToldMagnitude, right: ToldMagnitude): boolean =>
  left.parts.size === right.parts.size && [...left.parts.keys()].every((office) => right.parts.has(office));

const isComparable = (magnitude: ToldMagnitude, other: ToldMagnitude): boolean =>
  magnitude.of === other.of &&
  (magnitude.among === null ||
    (magnitude.among !== other.among &&
      magnitude.reads.some((question) => other.reads.includes(question)) &&
      !hasTheSameOffices(magnitude, other)));

/** What some offices put in alike: the same number of times into each magnitude. No reader tells them apart. */
interface Alike {
  readonly offices: Set<string>;
  readonly times: Row;
  isReal: boolean;
}

/** The numbers that offices put into some magnitudes, those that went alike into all of them together. */
function alikeIn(magnitudes: readonly ToldMagnitude[]): Alike[] {
  const numbers = new Map<string, { office: string; isReal: boolean; times: number[] }>();
  for (const [index, { parts }] of magnitudes.entries())
    for (const [office, part] of parts)
      for (const number of numbersOf(part)) {
        const key = `${office} ${number}`;
        const known = numbers.get(key) ?? { office, isReal: false, times: magnitudes.map(() => 0) };
        known.isReal ||= part.isReal;
        known.times[index] = (known.times[index] ?? 0) + 1;
        numbers.set(key, known);
      }
  const groups = new Map<string, Alike>();
  for (const { office, isReal, times } of numbers.values()) {
    const key = times.join(" ");
    const group = groups.get(key) ?? { offices: new Set(), times, isReal: false };
    group.offices.add(office);
    group.isReal ||= isReal;
    groups.set(key, group);
  }
  return [...groups.values()];
}

const numbersOf = ({ numbers }: Part): string[] => numbers.split(" ");

/**
 * True when adding and subtracting the told magnitudes and this one would tell the answers of fewer offices than the
 * smallest group, at least one of them real: when, but for these offices, it is a combination of the told ones.
 */
export function differsTooLittle(magnitude: ToldMagnitude, told: readonly ToldMagnitude[]): boolean {
  const others = told.filter((other) => isComparable(magnitude, other));
  if (others.length === 0) return false;
  const groups = alikeIn([magnitude, ...others]);
  const isToldWithout = (leftOut: ReadonlySet<Alike>): boolean => {
    const [own = [], ...rows] = [magnitude, ...others].map((_, index) =>
      groups.filter((group) => !leftOut.has(group)).map(({ times }) => times[index] ?? 0),
    );
    return isCombinationOf(own, rows);
  };
  const small = groups.filter(({ offices }) => offices.size < smallestGroup);
  if (!small.some(({ isReal }) => isReal)) return false;
  if (isToldWithout(new Set()) || !isToldWithout(new Set(small))) return false;
  return someSmallGroup(small, isToldWithout);
}

/** True when leaving some of the groups out, of fewer offices than the smallest group in all, fulfils the condition. */
function someSmallGroup(
  small: readonly Alike[],
  isToldWithout: (leftOut: ReadonlySet<Alike>) => boolean,
): boolean {
  let tried = 0;
  const grow = (from: number, chosen: readonly Alike[], offices: ReadonlySet<string>): boolean => {
    tried += 1;
    if (tried > mostTried) return true;
    if (chosen.some(({ isReal }) => isReal) && isToldWithout(new Set(chosen))) return true;
    return small.slice(from).some((group, step) => {
      const together = new Set([...offices, ...group.offices]);
      return together.size < smallestGroup && grow(from + step + 1, [...chosen, group], together);
    });
  };
  return grow(0, [], new Set());
}
