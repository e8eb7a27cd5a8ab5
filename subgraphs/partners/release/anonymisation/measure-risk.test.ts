import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { countedTable } from "./counted-table.js";
import { individualRisk } from "./measure/individual-risk.js";
import { measureRisk } from "./measure-risk.js";

type Cell = string | null;

/** Records as one text each, "2,3,1": the keys; a dot is an empty cell. */
const recordsOf = (...texts: string[]): Cell[][] =>
  texts.map((text) => text.split(",").map((cell) => (cell === "." ? null : cell)));

function measured(
  keys: readonly Cell[][],
  sensitive: readonly Cell[][] = [],
  weights: readonly number[] = [],
) {
  const rows = keys.map((cells, row) => ({
    keys: cells,
    sensitive: sensitive[row] ?? [],
    count: 1,
    ...(weights[row] === undefined ? {} : { weight: weights[row] }),
  }));
  const names = (cells: readonly Cell[] = []): string[] => cells.map((_, column) => `column${column}`);
  return measureRisk(countedTable(names(keys[0]), names(sensitive[0]), rows), { emptyMatches: true });
}
const sizes = (keys: readonly Cell[][], weights: readonly number[] = []): number[] => [
  ...measured(keys, [], weights).classSizes,
];
const risksOf = (keys: readonly Cell[][], weights: readonly number[]): number[] => {
  const fk = sizes(keys, weights);
  return keys.map((record, row) => {
    const matches = keys.map((other) =>
      record.every((cell, key) => cell === null || other[key] === null || cell === other[key]),
    );
    const population = weights.reduce((sum, weight, other) => (matches[other] ? sum + weight : sum), 0);
    return individualRisk(fk[row]!, population);
  });
};

// The examples of sdcMicro's own tests (tests/testthat/test_freqCalc.R and test_indivRisk.R).
const complete = recordsOf("2,3,1", "3,3,3", "2,3,1", "2,3,2", "3,3,1", "3,3,1", "1,4,1", "2,3,1");
const twoMissing = recordsOf("2,3,1", "3,3,3", "2,3,.", "2,3,2", "3,3,1", "3,3,1", "1,4,.", "2,3,1");
const twoKeysMissing = recordsOf("2,3,1", "3,3,3", "2,3,.", "2,3,2", "3,3,1", "3,3,1", "1,4,.", ".,3,1");
const weights = [18, 45.5, 39, 17, 92, 8, 123.5, 51];

describe("the size of the class of each record", () => {
  it("is that of the published example: 3, 1, 3, 1, 2, 2, 1, 3", () => {
    expect(sizes(complete)).toEqual([3, 1, 3, 1, 2, 2, 1, 3]);
    expect(measured(complete)).toMatchObject({ k: 1, records: 8, classes: 5, maximumRisk: 1 });
  });

  it("counts an empty cell as any value: 3, 1, 4, 2, 2, 2, 1, 3", () => {
    expect(sizes(twoMissing)).toEqual([3, 1, 4, 2, 2, 2, 1, 3]);
  });

  it("equals sdcMicro's where a whole row, a whole column or nearly all cells are empty", () => {
    const rowAndColumn = recordsOf("2,3,.", "3,3,.", ".,.,.", "2,3,.", "3,3,.", "3,3,.", "1,4,.", "2,3,.");
    expect(sizes(rowAndColumn)).toEqual([4, 4, 8, 4, 4, 4, 2, 4]);
    expect(sizes(recordsOf("2", "3", ".", "2", "1", ".", "1", "2"))).toEqual([5, 3, 8, 5, 4, 8, 4, 5]);
    expect(sizes(recordsOf("2,2,1,3,3,3,1,.", "3,3,.,.,2,.,2,4", ".,3,3,3,2,.,.,4"))).toEqual([1, 2, 2]);
  });

  it("takes an empty cell for a value of its own when it is not to match", () => {
    const table = countedTable(
      ["a"],
      [],
      [
        { keys: [null], sensitive: [], count: 3 },
        { keys: ["x"], sensitive: [], count: 2 },
      ],
    );
    expect([...measureRisk(table).classSizes]).toEqual([3, 2]);
    expect([...measureRisk(table, { emptyMatches: true }).classSizes]).toEqual([5, 5]);
  });
});

describe("the risk of re-identification", () => {
  it("expects 8 of 10 records to be found again in classes of 2, 1, 2, 1, 1, 2, 1, 2, 1, 1", () => {
    const keys = recordsOf(..."acadebfbgh".split(""));
    expect(sizes(keys)).toEqual([2, 1, 2, 1, 1, 2, 1, 2, 1, 1]);
    const { averageRisk, maximumRisk, records } = measured(keys);
    expect(maximumRisk).toBe(1);
    expect(averageRisk).toBeCloseTo(0.8, 12);
    expect(averageRisk * records).toBeCloseTo(8, 12);
  });

  it("equals sdcMicro's individual risk of a sample with weights", () => {
    const expected = [
      0.01369863, 0.08579129, 0.01369863, 0.17707583, 0.01877883, 0.01877883, 0.03931625, 0.01369863,
    ];
    risksOf(complete, weights).forEach((risk, row) => expect(risk).toBeCloseTo(expected[row]!, 7));
    const { averageRisk, maximumRisk } = measured(complete, [], weights);
    expect(averageRisk).toBeCloseTo(expected.reduce((sum, risk) => sum + risk, 0) / 8, 7);
    expect(maximumRisk).toBeCloseTo(0.17707583, 7);
  });

  it("equals sdcMicro's individual risk of a sample with weights and empty cells", () => {
    const expected = [
      0.01369863, 0.085791288, 0.01055409, 0.032466112, 0.009836066, 0.009836066, 0.039316254, 0.005973716,
    ];
    expect(sizes(twoKeysMissing)).toEqual([3, 1, 4, 2, 3, 3, 1, 5]);
    risksOf(twoKeysMissing, weights).forEach((risk, row) => expect(risk).toBeCloseTo(expected[row]!, 8));
    expect(measured(twoKeysMissing, [], weights).maximumRisk).toBeCloseTo(0.085791288, 8);
  });

  it("equals sdcMicro's on the example of Capobianchi, Polettini and Lucarelli (its data set francdat)", () => {
    const francdat = recordsOf(
      "1,2,5,1",
      "1,2,1,1",
      "1,2,1,1",
      "3,3,1,5",
      "4,3,1,4",
      "4,3,1,1",
      "6,2,1,5",
      "1,2,5,1",
    );
    const itsWeights = [18, 45.5, 39, 17, 541, 8, 5, 92];
    expect(sizes(francdat)).toEqual([2, 2, 2, 1, 1, 1, 1, 2]);
    const expected = [
      0.01714426, 0.02204233, 0.02204233, 0.17707583, 0.01165448, 0.29706308, 0.40235948, 0.01714426,
    ];
    risksOf(francdat, itsWeights).forEach((risk, row) => expect(risk).toBeCloseTo(expected[row]!, 7));
    expect(measured(francdat, [], itsWeights).maximumRisk).toBeCloseTo(0.40235948, 7);
  });

  it("is one out of the class where the sample is the population, and nearly so where it nearly is", () => {
    for (const size of [1, 2, 3, 40]) {
      expect(individualRisk(size, size)).toBe(1 / size);
      expect(individualRisk(size, size / 7)).toBe(1 / size);
      for (const more of [1e-12, 1e-9, 1e-6, 1e-3])
        expect(individualRisk(size, size * (1 + more))).toBeCloseTo(1 / size, more > 1e-4 ? 2 : 5);
    }
  });

  it("falls as the records stand for more persons, without a step where the formula is summed otherwise", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 1.0001, max: 50, noNaN: true }),
        (size, factor) => {
          const [one, other] = [
            individualRisk(size, size * factor),
            individualRisk(size, size * factor * 1.001),
          ];
          expect(other).toBeLessThan(one);
          expect(other).toBeGreaterThan(one * 0.995);
          expect(one).toBeGreaterThan(0);
          expect(one).toBeLessThan(1 / size + 1e-12);
        },
      ),
    );
  });
});

describe("diversity and closeness", () => {
  // A. Machanavajjhala et al., l-Diversity, TKDD 2007, figures 2 and 3.
  const fourAnonymous = recordsOf(
    ..."130**,<30|130**,<30|130**,<30|130**,<30|1485*,>=40|1485*,>=40|1485*,>=40|1485*,>=40|130**,3*|130**,3*|130**,3*|130**,3*".split(
      "|",
    ),
  );
  const conditions = "heart heart viral viral cancer heart viral viral cancer cancer cancer cancer";
  const columnOf = (words: string): Cell[][] => words.split(" ").map((word) => [word]);

  it("shows that the 4-anonymous inpatients of Machanavajjhala et al. have l = 1: all four in their thirties have cancer", () => {
    const { k, diversity } = measured(fourAnonymous, columnOf(conditions));
    expect(k).toBe(4);
    expect(diversity).toMatchObject([{ column: "column0", l: 1 }]);
    expect(diversity[0]?.t).toBeCloseTo(1 - 5 / 12, 12);
  });

  it("shows that their 3-diverse inpatients have l = 3", () => {
    const keys = recordsOf(
      ..."1305*,<=40|1305*,<=40|1305*,<=40|1305*,<=40|1485*,>40|1485*,>40|1485*,>40|1485*,>40|1306*,<=40|1306*,<=40|1306*,<=40|1306*,<=40".split(
        "|",
      ),
    );
    const diverse = columnOf("heart viral cancer cancer cancer heart viral viral heart viral cancer cancer");
    const { k, diversity } = measured(keys, diverse);
    expect([k, diversity[0]?.l]).toEqual([4, 3]);
    expect(diversity[0]?.t).toBeCloseTo(2 / 4 - 4 / 12, 12);
  });

  it("shows what sdcMicro's own test of distinct l prints: 3 and 2 of two sensitive columns", () => {
    const { diversity } = measured(recordsOf("1", "1", "1"), recordsOf("A,X", "B,Y", "A,Z"));
    expect(diversity.map(({ l }) => l)).toEqual([2, 3]);
    expect(diversity.map(({ t }) => t)).toEqual([0, 0]);
  });

  it("counts an empty sensitive cell as a value of its own", () => {
    expect(measured(recordsOf("1", "1"), [[null], ["A"]]).diversity[0]).toMatchObject({ l: 2, t: 0 });
  });
});

describe("any table", () => {
  const cell = fc.constantFrom<Cell>("a", "b", "c", null);
  const tables = fc.array(
    fc.record({
      keys: fc.tuple(cell, cell, cell),
      sensitive: fc.tuple(fc.constantFrom<Cell>("x", "y", "z")),
      weight: fc.integer({ min: 1, max: 60 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const measuredRows = (rows: readonly { keys: Cell[]; sensitive: Cell[]; weight: number }[]) =>
    measured(
      rows.map(({ keys }) => keys),
      rows.map(({ sensitive }) => sensitive),
      rows.map(({ weight }) => weight),
    );
  const matches = (one: readonly Cell[], other: readonly Cell[]): boolean =>
    one.every((value, key) => value === null || other[key] === null || value === other[key]);

  it("is measured as when each record is compared with each other", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { classSizes, averageRisk, diversity } = measuredRows(rows);
        const alike = rows.map((row) => rows.filter((other) => matches(row.keys, other.keys)));
        expect([...classSizes]).toEqual(alike.map((some) => some.length));
        const risks = alike.map((some) =>
          individualRisk(
            some.length,
            some.reduce((sum, { weight }) => sum + weight, 0),
          ),
        );
        expect(averageRisk).toBeCloseTo(risks.reduce((sum, risk) => sum + risk, 0) / rows.length, 10);
        const share = (some: typeof rows, value: Cell) =>
          some.filter(({ sensitive }) => sensitive[0] === value).length / some.length;
        const distances = alike.map((some) =>
          ["x", "y", "z"].reduce(
            (sum, value) => sum + Math.abs(share(some, value) - share(rows, value)) / 2,
            0,
          ),
        );
        expect(diversity[0]!.t).toBeCloseTo(Math.max(...distances), 10);
        expect(diversity[0]!.l).toBe(
          Math.min(...alike.map((some) => new Set(some.map(({ sensitive }) => sensitive[0])).size)),
        );
      }),
    );
  });

  it("has the same risk in whatever order its records come", () => {
    fc.assert(
      fc.property(
        tables.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const { classSizes: _, ...one } = measuredRows(rows);
          const { classSizes: __, ...other } = measuredRows(shuffled);
          expect({ ...other, diversity: [] }).toEqual({ ...one, diversity: [] });
          expect(other.diversity[0]!.t).toBeCloseTo(one.diversity[0]!.t, 12);
        },
      ),
    );
  });

  it("has no smaller class when a key is left out, or a cell is emptied", () => {
    fc.assert(
      fc.property(tables, fc.nat(2), (rows, key) => {
        const before = sizes(rows.map(({ keys }) => keys));
        const without = sizes(rows.map(({ keys }) => keys.filter((_, index) => index !== key)));
        const emptied = sizes(
          rows.map(({ keys }, row) =>
            keys.map((value, index) => (row === 0 && index === key ? null : value)),
          ),
        );
        before.forEach((size, row) => {
          expect(without[row]).toBeGreaterThanOrEqual(size);
          expect(emptied[row]).toBeGreaterThanOrEqual(size);
        });
      }),
    );
  });
});
