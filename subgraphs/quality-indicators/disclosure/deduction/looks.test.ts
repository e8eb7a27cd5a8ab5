import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Insider, ProtectedTable } from "../protected-table.js";
import { aCount, aFigure } from "../testing/a-table.js";
import { Insiders } from "./insiders.js";
import { findLeftOpen } from "./left-open.js";
import { Looks } from "./looks.js";

/** Counts of which only some sums are shown; all of them hang together. */
function looksInto(
  counts: readonly number[],
  shown: readonly (readonly number[])[],
  insiders: readonly Insider[] = [],
) {
  const table: ProtectedTable = {
    unknowns: counts.map(aCount),
    figures: [
      ...counts.map((_, rank) => aFigure([rank], { isShown: false })),
      ...shown.map((sum) => aFigure(sum)),
    ],
    insiders,
  };
  const leftOpen = findLeftOpen(table);
  const { component } = leftOpen.placeOf(0)!;
  const looks = new Looks(component, new Insiders(table, leftOpen));
  const all = component.unknowns.length;
  return {
    all,
    /** How far each count moves, by its rank in the table; null where no witness is found. */
    find: (unknown: number, direction: 1 | -1, most: number, by: readonly number[] = [], size = all) => {
      const terms = [{ unknown: component.unknowns.indexOf(unknown), times: 1 }];
      const witness = looks.find(terms, size, by, direction, most);
      if (!witness) return null;
      const moved = counts.map(() => 0);
      witness.unknowns.forEach((rank, index) => {
        moved[component.unknowns[rank]!] = witness.deviations[index]!;
      });
      return moved;
    },
  };
}

const knowing = (unknown: number, lower: number, upper: number): Insider => ({
  name: `who knows ${unknown}`,
  knows: [{ unknown, lower, upper }],
});

describe("a look for a witness", () => {
  it("moves a sum up or down, as far as is asked or as counts allow, and leaves what is shown", () => {
    const { find } = looksInto([4, 9], [[0, 1]]);
    expect(find(0, 1, 3)).toEqual([3, -3]);
    expect(find(0, -1, 3)).toEqual([-3, 3]);
    expect(find(0, 1, 99)).toEqual([9, -9]);
    expect(find(0, -1, 99)).toEqual([-4, 4]);
  });

  it("finds nothing where a sum cannot move", () => {
    const { find } = looksInto([0, 9, 2], [[0, 1, 2]]);
    expect(find(0, -1, 5)).toBeNull();
    expect(find(0, 1, 0)).toBeNull();
  });

  it("goes round what an insider knows, and gives up where all of them leave no way", () => {
    const { find } = looksInto([4, 9, 9], [[0, 1, 2]], [knowing(1, 9, 9), knowing(2, 8, 10)]);
    expect(find(0, 1, 3, [0])).toEqual([3, 0, -3]);
    expect(find(0, 1, 3, [1])![0]).toBe(3);
    expect(find(0, 1, 3, [0, 1])).toEqual([1, 0, -1]);
    // Nothing of it is left to the next one.
    expect(find(0, 1, 3, [0])).toEqual([3, 0, -3]);
  });

  it("makes halves whole", () => {
    // 0 + 1, 1 + 2 and 2 + 3 + 0 are shown: 0 moves twice as far as 3, against it.
    const { find } = looksInto(
      [9, 9, 9, 9],
      [
        [0, 1],
        [1, 2],
        [2, 3, 0],
      ],
    );
    expect(find(3, 1, 1)).toEqual([-1, 1, -1, 2]);
    expect(find(0, 1, 1)).toEqual([1, -1, 1, -2]);
  });

  it("believes no halves where twice as far is too far", () => {
    const { find } = looksInto(
      [9, 9, 9, 1],
      [
        [0, 1],
        [1, 2],
        [2, 3, 0],
      ],
    );
    expect(find(3, -1, 1)).toBeNull();
    expect(find(3, 1, 1)).toEqual([-1, 1, -1, 2]);
  });

  it("stays near by where it is told to, and is believed only with all that is shown", () => {
    // A chain: each count is balanced by the next one.
    const counts = Array.from({ length: 12 }, () => 5);
    const { find, all } = looksInto(
      counts,
      [...Array(11).keys()].map((rank) => [rank, rank + 1]),
    );
    expect(all).toBe(12);
    expect(find(0, 1, 2)).toEqual(counts.map((_, rank) => (rank % 2 === 0 ? 2 : -2)));
    expect(find(0, 1, 2, [], 4)).toBeNull();
  });

  it("is somewhere else for another sum", () => {
    const { find } = looksInto(
      [5, 5, 5, 5, 5, 5, 5],
      [
        [0, 1, 2],
        [2, 3, 4],
        [4, 5, 6],
      ],
    );
    expect(find(0, 1, 2, [], 3)).toEqual([2, -2, 0, 0, 0, 0, 0]);
    expect(find(6, 1, 2, [], 3)![6]).toBe(2);
  });
});

it("whatever is found leaves what is shown, and is possible to everybody who was asked for", () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 }),
      fc.constantFrom(1 as const, -1 as const),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 3, max: 12 }),
      (counts, direction, most, size) => {
        // Three rows and four columns; the office of the second row knows its first two counts.
        const rows = [0, 1, 2].map((row) => [0, 1, 2, 3].map((column) => 4 * row + column));
        const columns = [0, 1, 2, 3].map((column) => rows.map((row) => row[column]!));
        const own = rows[1]!.slice(0, 2);
        const office = {
          name: "office",
          knows: own.map((unknown) => ({ unknown, lower: counts[unknown]!, upper: counts[unknown]! })),
        };
        const shown = [...rows, ...columns];
        const moved = looksInto(counts, shown, [office]).find(0, direction, most, [0], size);
        if (!moved) return;
        found += 1;
        expect(direction * moved[0]!).toBeGreaterThan(0);
        expect(direction * moved[0]!).toBeLessThanOrEqual(2 * most);
        for (const sum of shown) expect(sum.reduce((total, rank) => total + moved[rank]!, 0)).toBe(0);
        moved.forEach((by, rank) => expect(counts[rank]! + by).toBeGreaterThanOrEqual(0));
        for (const unknown of own) expect(moved[unknown]).toBe(0);
      },
    ),
    { numRuns: 100, seed: 5 },
  );
  expect(found).toBeGreaterThan(10);
});
