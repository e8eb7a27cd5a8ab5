import { groupedBy } from "./arena.js";
import type { PublicFigure } from "./public-tables.js";

/**
 * Tracker and differencing over areas: adds and subtracts the figures of one measure, each at most once, until what is
 * left is about fewer than five offices. Gives the smallest sets of offices that it singles out.
 */
export function singledOut(
  figures: readonly PublicFigure[],
  offices: readonly string[],
  areas: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const fewest = new Map<string, number>();
  for (const [measure, same] of groupedBy(figures, ({ indicator, category }) => `${indicator} ${category}`)) {
    const shown = [...new Set(same.map(({ level, area }) => `${level} ${area}`))].sort();
    const pattern = shown.join("|");
    if (!known.has(pattern)) known.set(pattern, fewestOf(shown, offices, areas));
    fewest.set(measure, known.get(pattern)!);
  }
  return fewest;
}

/** The fewest offices, above none, that a sum of these areas with the factors 1, 0 and -1 is about. */
function fewestOf(
  shown: readonly string[],
  offices: readonly string[],
  areas: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  // Offices in the same of these areas are told together.
  const patterns = [
    ...groupedBy(offices, (office) => shown.map((area) => Number(areas.get(office)!.has(area))).join("")),
  ].map(([inside, alike]) => ({ inside: [...inside].map(Number), size: alike.length }));
  let fewest = Infinity;
  const sums = new Int8Array(patterns.length);
  const go = (place: number): void => {
    if (place === shown.length) {
      const about = patterns.reduce((total, { size }, index) => total + (sums[index] === 0 ? 0 : size), 0);
      if (about > 0 && about < fewest) fewest = about;
      return;
    }
    for (const factor of [0, 1, -1]) {
      patterns.forEach(({ inside }, index) => (sums[index]! += factor * inside[place]!));
      go(place + 1);
      patterns.forEach(({ inside }, index) => (sums[index]! -= factor * inside[place]!));
    }
  };
  go(0);
  return fewest;
}
