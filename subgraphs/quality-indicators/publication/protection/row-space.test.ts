import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { type Atom, RowSpace } from "./row-space.js";

const smallest = 3;
const officeCount = 6;
const atoms: Atom[] = Array.from({ length: officeCount }, (_, column) => ({ columns: [column], offices: 1 }));
const figure = fc
  .array(fc.constantFrom(0, 0, 1, 1, 2), { minLength: officeCount, maxLength: officeCount })
  .map((coefficients) => Float64Array.from(coefficients));

/** The rank of some rows, by exact arithmetic in fractions of whole numbers. */
function rankOf(given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at]!, rows[rank]!];
    const pivot = rows[rank]!;
    for (const [index, row] of rows.entries()) {
      if (index <= rank || row[column] === 0n) continue;
      const times = row[column]!;
      rows[index] = row.map((value, place) => value * pivot[column]! - pivot[place]! * times);
    }
    rank += 1;
  }
  return rank;
}

/** True when some combination of the rows is about one or two offices: the rest of their columns loses rank. */
function tellsOfFew(rows: readonly (readonly number[])[]): boolean {
  const all = rankOf(rows);
  for (let first = 0; first < officeCount; first += 1)
    for (let second = first; second < officeCount; second += 1) {
      const without = rows.map((row) => row.filter((_, column) => column !== first && column !== second));
      if (rankOf(without) < all) return true;
    }
  return false;
}

describe("adding and subtracting told figures", () => {
  it("tells of too few offices exactly when exact arithmetic over every pair of offices says so", () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 5 }), (figures) => {
        const space = new RowSpace(atoms);
        const shown: number[][] = [];
        for (const row of figures) {
          const isTooMuch = space.tellsOfFew(row, smallest);
          expect(isTooMuch).toBe(tellsOfFew([...shown, [...row]]));
          if (isTooMuch) told += 1;
          else {
            space.add(row);
            shown.push([...row]);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(50);
  });

  it("counts all offices of a group that nobody tells apart", () => {
    const rows = [
      [1, 1, 1],
      [1, 1, 0],
    ].map((row) => Float64Array.from(row));
    const of = (offices: number): boolean => {
      const space = new RowSpace(
        [1, 1, offices].map((count, column) => ({ columns: [column], offices: count })),
      );
      space.add(rows[0]!);
      return space.tellsOfFew(rows[1]!, 5);
    };
    expect([of(4), of(5)]).toEqual([true, true]);
    const space = new RowSpace([5, 5].map((offices, column) => ({ columns: [column], offices })));
    space.add(Float64Array.from([1, 1]));
    expect(space.tellsOfFew(Float64Array.from([1, 0]), 5)).toBe(false);
  });

  it("gives no forbidden figure", () => {
    const space = new RowSpace([9, 9, 9].map((offices, column) => ({ columns: [column], offices })));
    space.forbid(Float64Array.from([1, 1, 0]));
    space.add(Float64Array.from([1, 1, 1]));
    expect(space.tellsForbidden(Float64Array.from([0, 0, 1]))).toBe(true);
    expect(space.tellsForbidden(Float64Array.from([1, 0, 0]))).toBe(false);
  });
});
