import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { isTableSafe } from "./audit-table.js";
import { protectTable } from "./protect-table.js";
import type { Insider, ProtectedTable } from "./protected-table.js";
import { aCountTable, aGrid } from "./testing/a-count-table.js";
import { bruteForce } from "./testing/brute-force.js";
import { hiddenBy } from "./testing/hidden-by.js";

const runs = { numRuns: 25, seed: 5 };

/** Small counts, as in a small establishment: most tables have something to hide. */
const gridValues = (most: number) =>
  fc.tuple(fc.integer({ min: 2, max: most }), fc.integer({ min: 2, max: most })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat({ max: 14 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** Rows are offices that know their own counts. */
const officesOf = (values: readonly (readonly number[])[]): Insider[] =>
  values.map((row, office) => ({
    name: `office ${office}`,
    knows: row.map((value, column) => ({
      unknown: office * row.length + column,
      lower: value,
      upper: value,
    })),
  }));

describe("whatever the counts", () => {
  it("a protected table passes the audit, for the offices that are in it too", async () => {
    await fc.assert(
      fc.asyncProperty(gridValues(5), async (values) => {
        const table: ProtectedTable = { ...aGrid(values).table, insiders: officesOf(values) };
        const { hidden, unprotected } = await protectTable(table);
        expect(unprotected).toEqual([]);
        expect(await isTableSafe(hiddenBy(table, hidden))).toBe(true);
      }),
      runs,
    );
  }, 60_000);

  it("no table in whole numbers that agrees with what is shown brings a reader closer than the width", async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(gridValues(3), async (values) => {
        const { table } = aGrid(values);
        const published = hiddenBy(table, (await protectTable(table)).hidden);
        const intervals = bruteForce(published);
        if (intervals === null) return;
        tried += 1;
        published.figures.forEach(({ width, terms }, rank) => {
          if (width === null) return;
          const { lower, upper } = intervals[rank]!;
          const value = terms.reduce((sum, { unknown }) => sum + table.unknowns[unknown]!.value, 0);
          expect((upper ?? Infinity) - lower).toBeGreaterThanOrEqual(width);
          if (value > 0) expect(lower < value && value < (upper ?? Infinity)).toBe(true);
        });
      }),
      runs,
    );
    expect(tried).toBeGreaterThan(12);
  }, 60_000);

  it("no tracker gives a hidden count: with C or T, less C or not T, less all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 }), async (counts) => {
        const [both, onlyC, onlyT, neither] = counts as [number, number, number, number];
        const { table, names } = aCountTable({
          counts: { both, onlyC, onlyT, neither },
          totals: {
            C: ["both", "onlyC"],
            "C or T": ["both", "onlyC", "onlyT"],
            "C or not T": ["both", "onlyC", "neither"],
            all: ["both", "onlyC", "onlyT", "neither"],
          },
        });
        const { hidden } = await protectTable(table);
        const gone = new Set(hidden.map(({ figure }) => names[figure]));
        if (gone.has("C")) expect(["C or T", "C or not T", "all"].some((name) => gone.has(name))).toBe(true);
        expect(await isTableSafe(hiddenBy(table, hidden))).toBe(true);
      }),
      runs,
    );
  }, 60_000);

  it("most of a table with few small counts stays in sight", async () => {
    const values = Array.from({ length: 8 }, (_, row) =>
      Array.from({ length: 8 }, (__, column) => ((row * 5 + column * 3) % 17 === 0 ? 2 : 12 + row + column)),
    );
    const { table } = aGrid(values);
    const { hidden } = await protectTable(table);
    expect(hidden.length / table.figures.length).toBeLessThan(0.2);
  });

  it("nothing is hidden where nothing is small", async () => {
    const { table } = aGrid([
      [5, 9],
      [0, 30],
    ]);
    expect(await protectTable(table)).toEqual({ hidden: [], cost: 0, unprotected: [] });
  });
});
