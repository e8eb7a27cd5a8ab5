import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Term } from "../protected-table.js";
import type { DeviationSystem } from "./deviation-system.js";
import { nestedLines } from "./nested-lines.js";

const once = (...unknowns: number[]): Term[] => unknowns.map((unknown) => ({ unknown, times: 1 }));

/** A system of which only the terms of its lines matter here. */
const systemOf = (lines: readonly (readonly Term[])[]): DeviationSystem => ({
  columns: [],
  readers: [],
  lines: lines.map((terms) => ({
    terms,
    value: 0,
    figures: [],
    cost: 1,
    isHidden: false,
    width: null,
    isWhole: true,
  })),
});

const nested = (lines: readonly (readonly Term[])[], columns: number) =>
  nestedLines(systemOf(lines), new Set(Array(columns).keys()), [...lines.keys()]);

describe("what lines sum, told by other lines", () => {
  it("is a province by its groups, and these by their columns", () => {
    const { isOne, rows } = nested([once(0, 1, 2, 3, 4), once(0, 1), once(2, 3), once(4)], 5);
    expect([...isOne]).toEqual([[4, 3]]);
    expect(rows).toEqual([
      { line: 1, within: [], rest: once(0, 1) },
      { line: 2, within: [], rest: once(2, 3) },
      { line: 0, within: [2, 1], rest: once(4) },
    ]);
  });

  it("takes the longest line within, and no line that overlaps it", () => {
    const { rows } = nested([once(0, 1, 2, 3), once(0, 1, 2), once(0, 1), once(2, 3)], 4);
    expect(rows.at(-1)).toEqual({ line: 0, within: [1], rest: once(3) });
  });

  it("leaves out the columns that were not asked for", () => {
    const { isOne, rows } = nestedLines(
      systemOf([once(0, 7), once(8), once(0, 1, 9)]),
      new Set([0, 1]),
      [0, 1, 2],
    );
    expect([...isOne]).toEqual([[0, 0]]);
    expect(rows).toEqual([{ line: 2, within: [], rest: once(0, 1) }]);
  });

  it("makes a column one line only, and no line that counts it twice", () => {
    const twice = [{ unknown: 0, times: 2 }];
    const { isOne, rows } = nested([twice, once(0), once(0)], 1);
    expect([...isOne]).toEqual([[0, 1]]);
    expect(rows.map(({ line }) => line)).toEqual([0, 2]);
  });

  it("does not take a line for a part that counts a column another number of times", () => {
    const less = [{ unknown: 0, times: -1 }, ...once(1)];
    expect(nested([less, once(0, 1, 2)], 3).rows.at(-1)).toEqual({
      line: 1,
      within: [],
      rest: once(0, 1, 2),
    });
  });

  it("sums to the same, whatever the lines, each told by lines before it", () => {
    const line = fc.dictionary(
      fc.constantFrom("0", "1", "2", "3", "4", "5"),
      fc.constantFrom(1, 1, 1, -1, 2),
      {
        minKeys: 1,
      },
    );
    let nestings = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (drawn) => {
        const lines = drawn.map((times) =>
          Object.entries(times).map(([unknown, times]) => ({ unknown: Number(unknown), times })),
        );
        const { isOne, rows } = nested(lines, 6);
        expect([...isOne.values(), ...rows.map(({ line }) => line)].sort((a, b) => a - b)).toEqual([
          ...lines.keys(),
        ]);
        const before = new Set<number>();
        for (const { line, within, rest } of rows) {
          const sum = Array<number>(6).fill(0);
          for (const { unknown, times } of [...within.flatMap((other) => lines[other]!), ...rest])
            sum[unknown]! += times;
          const told = Array<number>(6).fill(0);
          for (const { unknown, times } of lines[line]!) told[unknown]! += times;
          expect(sum).toEqual(told);
          expect(within.every((other) => before.has(other))).toBe(true);
          before.add(line);
          nestings += within.length;
        }
      }),
      { numRuns: 200, seed: 5 },
    );
    expect(nestings).toBeGreaterThan(100);
  });
});
