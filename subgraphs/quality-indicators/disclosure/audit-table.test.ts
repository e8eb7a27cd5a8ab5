import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { auditTable, isTableSafe, unsafeFigures } from "./audit-table.js";
import type { DeducedInterval, Insider, ProtectedTable } from "./protected-table.js";
import { aCount, aFigure, aTable, crossTable } from "./testing/a-table.js";
import { type BruteInterval, bruteForce } from "./testing/brute-force.js";

const intervals = (audited: readonly DeducedInterval[]): (number | null)[][] =>
  audited.map(({ lower, upper }) => [lower, upper]);

// PRIVACY: counties and sizes of municipalities, all totals published.
const counties = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
const groups = [
  ["A", "B", "I", "J"],
  ["K", "L", "M", "N"],
  ["L", "M"],
  ["A", "B", "I", "J", "K", "N"],
];
const primary = { A: 4, B: 4, K: 4, L: 4, M: 4 };

describe("the audit of linked tables", () => {
  it("computes a count that two tables give together though each alone hides it", async () => {
    const table = aTable(counties, groups, primary);
    const audited = await auditTable(table);
    const byName = Object.fromEntries(audited.map((one) => [Object.keys(counties)[one.figure]!, one]));
    expect(byName["K"]).toEqual({
      figure: table.rankOf("K"),
      lower: 3,
      upper: 3,
      isSafe: false,
      insider: null,
    });
    expect(await isTableSafe(table)).toBe(false);
    expect((await unsafeFigures(table)).map(({ figure }) => figure)).toEqual([table.rankOf("K")]);
  });

  it("finds every interval wide once a single other count is hidden in both tables", async () => {
    const table = aTable(counties, groups, { ...primary, N: null });
    const audited = await auditTable(table);
    const byName = Object.fromEntries(
      audited.map(({ figure, lower, upper }) => [Object.keys(counties)[figure]!, [lower, upper]]),
    );
    expect(byName).toEqual({ A: [0, 4], B: [0, 4], K: [0, 10], L: [0, 6], M: [0, 6], N: [0, 10] });
    expect(audited.every(({ isSafe }) => isSafe)).toBe(true);
    expect(await isTableSafe(table)).toBe(true);
  });
});

describe("the width rule", () => {
  const pair = (value: number, other: number, width: number) =>
    aTable({ a: value, b: other }, [["a", "b"]], { a: width, b: null });

  it("asks that the interval be wide enough", async () => {
    expect(await isTableSafe(pair(1, 4, 5))).toBe(true);
    expect(await isTableSafe(pair(1, 3, 5))).toBe(false);
  });

  it("refuses an interval that ends at the true value, unless that is 0", async () => {
    expect(await isTableSafe(pair(9, 0, 5))).toBe(false);
    expect(await isTableSafe(pair(0, 9, 5))).toBe(true);
  });

  it("takes a hidden figure that is in no total for open above", async () => {
    const table = aTable({ a: 3 }, [], { a: 5 });
    expect(intervals(await auditTable(table))).toEqual([[0, null]]);
    expect(await isTableSafe(table)).toBe(true);
  });
});

describe("a reader who is a contributor", () => {
  const knows = (unknown: number, lower: number, upper: number | null) => ({
    name: `office ${unknown}`,
    knows: [{ unknown, lower, upper }],
  });

  it("finds its neighbour in a pair, which a reader of the table alone does not", async () => {
    const table = aTable({ a: 3, b: 7 }, [["a", "b"]], { a: 5, b: null }, [knows(1, 7, 7)]);
    expect(await auditTable(table)).toMatchObject([
      { figure: 0, lower: 0, upper: 10, isSafe: false, insider: "office 1" },
      { figure: 1, isSafe: true },
    ]);
  });

  it("is not held to know too much of its own figure", async () => {
    const table = aTable({ a: 3, b: 7 }, [["a", "b"]], { a: 5, b: 5 }, [knows(0, 3, 3)]);
    expect(await unsafeFigures(table)).toMatchObject([{ figure: 1, insider: "office 0" }]);
  });

  it("who knows a part of it narrows a figure from below", async () => {
    const alone = aTable({ a: 4, b: 6 }, [["a", "b"]], { a: 8, b: null });
    expect(await isTableSafe(alone)).toBe(true);
    expect(await isTableSafe({ ...alone, insiders: [knows(0, 3, null)] })).toBe(false);
  });

  it("cannot know what is not so", async () => {
    const table = aTable({ a: 3, b: 7 }, [["a", "b"]], { a: 5, b: null }, [knows(1, 8, null)]);
    await expect(auditTable(table)).rejects.toThrow("office 1 knows what is not so");
  });
});

describe("amounts that are not whole", () => {
  it("are bounded exactly all the same", async () => {
    const amount = (value: number) => ({ ...aCount(value), isWhole: false });
    const table: ProtectedTable = {
      unknowns: [amount(0.3), amount(2.45), amount(1e9)],
      figures: [
        aFigure([0], { isShown: false }),
        aFigure([1], { isShown: false }),
        aFigure([2]),
        aFigure([0, 1, 2]),
      ],
      insiders: [],
    };
    expect(intervals(await auditTable(table))).toEqual([
      [0, 2.75],
      [0, 2.75],
    ]);
  });
});

// Tables of every size up to 5 × 5 × 3, with few enough hidden cells for a computer to try every table: a block, which
// a reader of the table alone often cannot see through, and others anywhere. Insiders know of what is hidden: of what is
// shown they would know no more than everybody. An axis of a single code has no total: it would tell the cell itself.
const tables = fc
  .record({
    sizes: fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(1, 1, 1, 2, 3))
      .map((sizes) => sizes.filter((size) => size > 1)),
    values: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 75, maxLength: 75 }),
    order: fc.shuffledSubarray([...Array(144).keys()], { minLength: 144 }),
    block: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
    hiddenInner: fc.integer({ min: 1, max: 12 }),
    hiddenTotals: fc.integer({ min: 0, max: 4 }),
    width: fc.integer({ min: 1, max: 6 }),
    insiders: fc.array(
      fc.record({ cells: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }), isExact: fc.boolean() }),
      { maxLength: 3 },
    ),
  })
  .map(({ sizes, values, order, block, hiddenInner, hiddenTotals, width, insiders }) => {
    const codesOf = (cell: number): number[] =>
      sizes.reduceRight<[number, number[]]>(
        ([left, codes], size) => [Math.floor(left / (size + 1)), [left % (size + 1), ...codes]],
        [cell, []],
      )[1];
    const isWithin = (cell: number, most: readonly number[]): boolean =>
      codesOf(cell).every((code, axis) => code < most[axis]!);
    const count = sizes.reduce((product, size) => product * (size + 1), 1);
    const cells = order.filter((cell) => cell < count);
    const inner = cells.filter((cell) => isWithin(cell, sizes));
    const inside = [
      ...inner.filter((cell) => isWithin(cell, block)),
      ...inner.filter((cell) => !isWithin(cell, block)),
    ].slice(0, hiddenInner);
    const totals = cells.filter((cell) => !isWithin(cell, sizes)).slice(0, hiddenTotals);
    const hidden = new Set([...inside, ...totals]);
    const unknownOf = (cell: number): number =>
      codesOf(cell).reduce((rank, code, axis) => rank * sizes[axis]! + code, 0);
    return crossTable({
      sizes,
      values: values.slice(0, inner.length),
      isHidden: Array.from({ length: count }, (_, cell) => hidden.has(cell)),
      width,
      insiders: insiders.map(({ cells, isExact }, rank) => ({
        name: `insider ${rank}`,
        knows: [...new Set(cells.map((cell) => unknownOf(inside[cell % inside.length]!)))].map((unknown) => {
          const value = values[unknown]!;
          return { unknown, lower: isExact ? value : Math.ceil(value / 2), upper: isExact ? value : null };
        }),
      })),
    });
  });

const isWide = (interval: BruteInterval, value: number, width: number, mayEndBelow: boolean): boolean =>
  (interval.upper ?? Infinity) - interval.lower >= width &&
  (mayEndBelow || interval.lower < value) &&
  (value === 0 || value < (interval.upper ?? Infinity));

// More are left to other random tables: a test has a minute.
const mostTables = 100_000;

describe("the audit of a random table of at most 5 × 5 × 3 cells", () => {
  it("equals what trying every table in whole numbers gives, for every reader", async () => {
    let compared = 0;
    let toldToInsiders = 0;
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const alone = bruteForce(table, null, mostTables);
        fc.pre(alone !== null);
        const inside = table.insiders.map((insider) => bruteForce(table, insider, mostTables));
        fc.pre(!inside.includes(null));
        const expected = table.figures.flatMap(({ isShown, terms, width }, figure) => {
          if (isShown) return [];
          const value = terms.reduce((sum, { unknown }) => sum + table.unknowns[unknown]!.value, 0);
          const isKept = (interval: BruteInterval, mayEndBelow = value === 0) =>
            width === null || isWide(interval, value, width, mayEndBelow);
          // What an insider does not know for sure of the figure is 0.
          const isAllOwn = ({ knows }: Insider): boolean =>
            terms.every(
              ({ unknown }) =>
                table.unknowns[unknown]!.value === 0 ||
                isKnown(table, alone!, unknown) ||
                knows.some((one) => one.unknown === unknown && one.lower === table.unknowns[unknown]!.value),
            );
          const isKeptAlone = isKept(alone![figure]!);
          const isSafe =
            isKeptAlone &&
            table.insiders.every(
              ({ knows }, insider) =>
                terms.every(
                  ({ unknown }) =>
                    isKnown(table, alone!, unknown) ||
                    knows.some((one) => one.unknown === unknown && one.upper !== null),
                ) || isKept(inside[insider]![figure]!, value === 0 || isAllOwn(table.insiders[insider]!)),
            );
          if (isKeptAlone && !isSafe) toldToInsiders += 1;
          return [{ figure, ...alone![figure]!, isSafe }];
        });
        const audited = await auditTable(table);
        compared += audited.length;
        expect(audited.map(({ figure, lower, upper, isSafe }) => ({ figure, lower, upper, isSafe }))).toEqual(
          expected,
        );
        expect((await unsafeFigures(table)).map(({ figure }) => figure)).toEqual(
          expected.flatMap(({ isSafe, figure }) => (isSafe ? [] : [figure])),
        );
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(500);
    expect(toldToInsiders).toBeGreaterThan(10);
  }, 60_000);
});

// The inner cells stand among the figures: what everybody can compute of one is no knowledge of an insider.
const isKnown = (table: ProtectedTable, alone: readonly BruteInterval[], unknown: number): boolean => {
  const figure = table.figures.findIndex(({ terms }) => terms.length === 1 && terms[0]!.unknown === unknown);
  return alone[figure]!.lower === alone[figure]!.upper;
};
