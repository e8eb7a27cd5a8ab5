import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { classOf, equalClasses, mostClasses } from "./equal-classes.js";

const published = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((tenths) => tenths / 10);

describe("the classes of a map", () => {
  it("hold every value exactly once, in the order of the values, ties together", () => {
    fc.assert(
      fc.property(fc.array(published, { minLength: 1, maxLength: 40 }), (values) => {
        const classes = equalClasses(values);
        expect(classes.length).toBeLessThanOrEqual(mostClasses);
        for (const [rank, { from, to }] of classes.slice(1).entries()) {
          expect(from).toBeGreaterThanOrEqual(classes[rank]!.to);
          expect(to).toBeGreaterThan(classes[rank]!.to);
        }
        const ranks = [...values].sort((one, other) => one - other).map((value) => classOf(value, classes));
        expect(ranks[0]).toBe(0);
        expect(ranks.at(-1)).toBe(classes.length - 1);
        for (const [place, rank] of ranks.entries())
          expect(rank).toBeGreaterThanOrEqual(ranks[place - 1] ?? 0);
      }),
    );
  });

  it("have the same width, to two figures, and bounds that can be read", () => {
    expect(equalClasses([12, 100, 31, 64, 70.5, 88])).toEqual([
      { from: 12, to: 30 },
      { from: 30, to: 47 },
      { from: 47, to: 65 },
      { from: 65, to: 82 },
      { from: 82, to: 100 },
    ]);
  });

  it("are one a value where five values or fewer differ, one in all where they are the same, and none without any", () => {
    expect(equalClasses([8, 3, 8])).toEqual([
      { from: 3, to: 3 },
      { from: 8, to: 8 },
    ]);
    expect(equalClasses([7, 7, 7])).toEqual([{ from: 7, to: 7 }]);
    expect(equalClasses([])).toEqual([]);
  });
});
