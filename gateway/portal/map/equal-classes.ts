/** One class of values: above `from` (the first class has it too), up to and with `to`. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
}

/** The most classes that a reader tells apart on a map. */
export const mostClasses = 5;

/**
 * At most five classes of equal width, from the smallest value to the largest; one class a value where there are five
 * different values or fewer; none where there is no value. Equal widths and not quantiles: few regions have a value, and
 * quantiles would part values that are nearly the same, and tie the same value to two classes.
 */
export function equalClasses(values: readonly number[]): ValueClass[] {
  const different = [...new Set(values)].sort((one, other) => one - other);
  const [lowest, highest] = [different[0], different.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  if (different.length <= mostClasses) return different.map((value) => ({ from: value, to: value }));
  const width = (highest - lowest) / mostClasses;
  const bounds = Array.from({ length: mostClasses + 1 }, (_, rank) =>
    rank === 0 ? lowest : rank === mostClasses ? highest : readable(lowest + rank * width, width),
  );
  return bounds.slice(1).map((to, rank) => ({ from: bounds[rank] ?? lowest, to }));
}

/** The rank of a value's class, from 0; −1 when it is in none. */
export const classOf = (value: number, classes: readonly ValueClass[]): number =>
  classes.findIndex(({ from, to }, rank) => (rank === 0 ? value >= from : true) && value <= to);

/** Decimals that the bounds of these classes are written with. */
export function digitsOf(classes: readonly ValueClass[]): number {
  const width = classes.reduce((widest, { from, to }) => Math.max(widest, to - from), 0);
  return width === 0 ? 2 : Math.max(0, -placeOf(width));
}

// The bound that the legend prints is the bound that sorts: two figures of the width, no more.
const readable = (bound: number, width: number): number => {
  const place = placeOf(width);
  return place >= 0
    ? Math.round(bound / 10 ** place) * 10 ** place
    : Math.round(bound * 10 ** -place) / 10 ** -place;
};

const placeOf = (width: number): number => Math.floor(Math.log10(width)) - 1;
