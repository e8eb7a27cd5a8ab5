import fc from "fast-check";

/** Draws a value of an arbitrary, as fast-check's generator does: shrinkable, and the same for the same seed. */
export type Draw = fc.GeneratorValue;

/** A whole number between both ends, ends included. */
export const wholeNumber = (draw: Draw, min: number, max: number): number => draw(fc.integer, { min, max });

/** True as often as the percentage says. */
export const chance = (draw: Draw, percent: number): boolean => wholeNumber(draw, 1, 100) <= percent;

/** One of several items. */
export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  const item = items[wholeNumber(draw, 0, items.length - 1)];
  if (item === undefined) throw new RangeError("Nothing to pick from.");
  return item;
}

/** As many things as are drawn, each made by its place. */
export const several = <Item>(draw: Draw, min: number, max: number, make: (place: number) => Item): Item[] =>
  Array.from({ length: wholeNumber(draw, min, max) }, (_, place) => make(place));

/** Some of the items, at least one, in their order. */
export const someOf = <Item>(draw: Draw, items: readonly Item[]): Item[] =>
  draw(fc.subarray, [...items], { minLength: 1 }) as Item[];

/** The items in another order. */
export const shuffled = <Item>(draw: Draw, items: readonly Item[]): Item[] =>
  draw(fc.shuffledSubarray, [...items], { minLength: items.length }) as Item[];
