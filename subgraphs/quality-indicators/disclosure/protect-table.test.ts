import { describe, expect, it } from "vitest";
import { auditTable } from "./audit-table.js";
import { protectTable } from "./protect-table.js";
import type { ProtectedTable } from "./protected-table.js";
import { aCountTable, aGrid, type CountTable } from "./testing/a-count-table.js";
import { hiddenBy } from "./testing/hidden-by.js";

/** The names that are hidden, complementary ones with a star, and what these cost. */
async function protect({ table, names }: { table: ProtectedTable; names: readonly string[] }) {
  const { hidden, cost, unprotected } = await protectTable(table);
  expect(unprotected).toEqual([]);
  const audited = await auditTable(hiddenBy(table, hidden));
  expect(audited.filter(({ isSafe }) => !isSafe)).toEqual([]);
  return {
    hidden: hidden.map(({ figure, reason }) => `${names[figure]}${reason === "PRIMARY" ? "" : "*"}`),
    cost,
  };
}

const row = (counts: CountTable["counts"], rest: Omit<CountTable, "counts" | "totals"> = {}) =>
  aCountTable({ counts, totals: { total: Object.keys(counts) }, ...rest });

describe("a total and its complement, with a threshold of 20 and totals exempt", () => {
  const policy = { threshold: 20, totalsExempt: true };

  it.each([
    [{ a: 304, b: 125, c: 26, d: 20 }, [], 0],
    [{ a: 28, b: 45, c: 7, d: 12 }, ["c", "d"], 0],
    [{ a: 70, b: 29, c: 7, d: 21 }, ["c", "d*"], 21],
    [{ a: 5, b: 3, c: 1, d: 1 }, ["a", "b", "c", "d"], 0],
  ])("of %j hides %j", async (counts, hidden, cost) => {
    expect(await protect(row(counts, { policy }))).toEqual({ hidden, cost });
  });

  it("hides a small total where totals are not exempt", async () => {
    const { hidden } = await protect(row({ a: 5, b: 3, c: 1, d: 1 }, { policy: { threshold: 20 } }));
    expect(hidden).toEqual(["a", "b", "c", "d", "total"]);
  });
});

describe("two tables that share counts", () => {
  // County 1 and county 2; the same counts again as big and small.
  const counts = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
  const totals = {
    county1: ["A", "B", "I", "J"],
    county2: ["K", "L", "M", "N"],
    big: ["L", "M"],
    small: ["A", "B", "I", "J", "K", "N"],
    all: ["county1", "county2"],
  };

  it("need one complementary figure, the same in both", async () => {
    expect(await protect(aCountTable({ counts, totals, policy: { threshold: 4 } }))).toEqual({
      hidden: ["A", "B", "K", "L", "M", "N*"],
      cost: 7,
    });
  });

  it("are not safe with the primary figures alone", async () => {
    const { table } = aCountTable({ counts, totals, policy: { threshold: 4 } });
    const audited = await auditTable(table);
    expect(audited.filter(({ isSafe }) => !isSafe).map(({ lower, upper }) => [lower, upper])).toEqual([
      [3, 3],
    ]);
  });
});

describe("published examples", () => {
  it("cost no more than what sdcTable hides of regions by gender", async () => {
    // sdcTable 0.33, reference of getInfo(), « Examples »: primary A.female; suppressed A.male, C.male, C.female: 40.
    const grid = aGrid(
      [
        [18, 2],
        [14, 19],
        [12, 10],
        [11, 14],
      ],
      { policy: { threshold: 4, width: 2 } },
    );
    expect((await protect(grid)).cost).toBeLessThanOrEqual(40);
  });

  it("cost no more than what GaussSuppression hides of ages by country", async () => {
    // Vignette « Small count frequency table suppression », Table 1: primary young.Portugal (a zero); suppressed
    // young.Iceland 2, old.Iceland 3, old.Portugal 4: 9.
    const grid = aGrid(
      [
        [2, 0, 5],
        [3, 4, 6],
      ],
      { policy: { threshold: 0 }, sensitive: { "0.1": 1 } },
    );
    expect((await protect(grid)).cost).toBeLessThanOrEqual(9);
  });

  it("cost no more than the optimum of investments by activity and region", async () => {
    // M. Fischetti, J. J. Salazar, Management Science 47(7), 2001, section 1: 22 is sensitive; 8, 17 and 12 are
    // suppressed with it, and it may then be anything from 5 to 30.
    const grid = aGrid(
      [
        [20, 50, 10],
        [8, 19, 22],
        [17, 32, 12],
      ],
      { policy: { threshold: 0 }, sensitive: { "1.2": 10 } },
    );
    expect(await protect(grid)).toEqual({ hidden: ["1.0*", "1.2", "2.0*", "2.2*"], cost: 37 });
  });
});

describe("two counts whose difference is a count", () => {
  const counts = { menWith: 7, menWithout: 12, womenWith: 1, womenWithout: 0 };
  const totals = {
    men: ["menWith", "menWithout"],
    women: ["womenWith", "womenWithout"],
    with: ["menWith", "womenWith"],
    all: ["men", "women"],
  };

  it("are not shown both: 8 of 20 in all, 7 of 19 men", async () => {
    const { hidden } = await protect(aCountTable({ counts, totals }));
    expect(hidden).toEqual(expect.arrayContaining(["womenWith", "women"]));
    expect(hidden.some((name) => name === "menWith*" || name === "with*")).toBe(true);
    expect(hidden.some((name) => name === "men*" || name === "all*")).toBe(true);
  });

  it("cannot be protected once both have been seen, and it is said which figures tell", async () => {
    const { table, names } = aCountTable({ counts, totals, seen: ["menWith", "with"] });
    const { unprotected, hidden } = await protectTable(table);
    const told = unprotected.map(({ figure, insider, toldBy }) => ({
      figure: names[figure],
      insider,
      toldBy: toldBy.map((other) => names[other]),
    }));
    const toldBy = ["menWith", "with"];
    // Of the women everybody knows then that they are not fewer than the one, which is their number.
    expect(told).toEqual([
      { figure: "womenWith", insider: null, toldBy },
      { figure: "women", insider: null, toldBy },
    ]);
    expect(hidden.map(({ figure }) => names[figure])).not.toContain("menWith");
  });
});

describe("a figure that has been seen", () => {
  it("is never hidden: a dearer one is", async () => {
    const { hidden } = await protect(row({ a: 3, b: 6, c: 90 }, { seen: ["b"] }));
    expect(hidden).toEqual(["a", "c*"]);
  });

  it("cannot be protected itself", async () => {
    const { table } = row({ a: 3, b: 6 }, { seen: ["a"] });
    expect((await protectTable(table)).unprotected).toEqual([{ figure: 0, insider: null, toldBy: [0] }]);
  });
});

describe("an insider", () => {
  const insiders = [{ name: "b", knows: [{ unknown: 1, lower: 8, upper: 8 }] }];

  it("who knows one of two hidden figures makes a third one be hidden", async () => {
    const { table, names } = row({ a: 3, b: 8, c: 30 });
    expect((await protect({ table, names })).hidden).toEqual(["a", "b*"]);
    expect((await protect({ table: { ...table, insiders }, names })).hidden).toEqual(["a", "c*"]);
  });

  it("whose own count is the whole total may know that it is not less: of the others it is 0", async () => {
    const { table, names } = aCountTable({
      counts: { a: 3, b: 0, c: 9, d: 12 },
      totals: { first: ["a", "b"], all: ["a", "b", "c", "d"] },
    });
    const a = { name: "a", knows: [{ unknown: 0, lower: 3, upper: 3 }] };
    const { hidden } = await protect({ table: { ...table, insiders: [a] }, names });
    expect(hidden).toEqual(expect.arrayContaining(["a", "first"]));
  });

  it("is named where nothing keeps a figure from it", async () => {
    const { table } = row({ a: 3, b: 8 }, { seen: ["total"] });
    expect((await protectTable({ ...table, insiders })).unprotected).toEqual([
      { figure: 0, insider: "b", toldBy: [2] },
    ]);
  });
});

it("hides figures that say the same together, or not at all", async () => {
  const counts = { a: 3, b: 9, c: 40 };
  const totals = { regionOfB: ["b"], total: ["a", "b", "c"] };
  // Alone b would cost 9; with the region that has nothing else, 18.
  expect((await protect(aCountTable({ counts, totals }))).hidden).toEqual(["a", "b*", "regionOfB*"]);
});

it("gives the same answer to the same table", async () => {
  const { table } = aGrid([
    [3, 8, 9, 20],
    [7, 2, 11, 6],
    [9, 9, 1, 9],
  ]);
  expect(await protectTable(table)).toEqual(await protectTable(table));
});

// Larger than what is looked at near a figure: what is hidden there must do for the whole table.
it("protects a table of a thousand counts, and shows most of it", async () => {
  let state = 7;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const { table, names } = aGrid(
    Array.from({ length: 32 }, () => Array.from({ length: 32 }, () => Math.floor(2 + 400 * next()))),
  );
  const { hidden } = await protect({ table, names });
  expect(hidden.length).toBeGreaterThan(10);
  expect(hidden.length).toBeLessThan(names.length / 10);
}, 60_000);
