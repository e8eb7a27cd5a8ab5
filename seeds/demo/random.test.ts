import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { seededRandom } from "./random.js";

describe("the seeded generator", () => {
  it("gives the sequence that mulberry32 is known to give for seed 1", () => {
    const random = seededRandom(1);
    expect([random.next(), random.next(), random.next()].map((value) => value * 2 ** 32)).toEqual([
      2693262067, 11749833, 2265367787,
    ]);
  });

  it("gives whole numbers between both ends, and reaches both", () => {
    const random = seededRandom(7);
    const drawn = new Set(Array.from({ length: 200 }, () => random.integer(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  it("shuffles without losing or adding anything, and leaves the list as it was", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
        const before = [...items];
        const shuffled = seededRandom(seed).shuffle(items);
        expect(items).toEqual(before);
        expect([...shuffled].sort()).toEqual(before.sort());
      }),
    );
  });

  it("refuses to pick from an empty list", () => {
    expect(() => seededRandom(1).pick([])).toThrow("empty list");
  });
});
