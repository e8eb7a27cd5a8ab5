import { describe, expect, it } from "vitest";
import { auditTable } from "../audit-table.js";
import { readTableFile } from "./table-file.js";
import { TableFileError } from "./table-mistake.js";

const counties = {
  c1: ["A", "B", "I", "J"],
  c2: ["K", "L", "M", "N"],
  big: ["L", "M"],
  small: ["A", "B", "I", "J", "K", "N"],
};
const counts = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
const hiddenOf = (hidden: string): object => ({
  dimensions: { place: counties },
  cells: Object.entries(counts).map(([place, value]) => ({
    at: { place },
    value,
    suppressed: hidden.includes(place),
  })),
  policy: { threshold: 4 },
});
const table = (changes: object = {}): string =>
  JSON.stringify({
    dimensions: { region: { QC: ["R1", "R2"] }, sex: { T: ["F", "M"] } },
    cells: [
      { at: { region: "R1", sex: "F" }, value: 30, suppressed: true, contributors: [11, 9] },
      { at: { region: "R1", sex: "M" }, value: 12, suppressed: true },
      { at: { region: "R2", sex: "F" }, value: 20, suppressed: true, contributors: [20] },
      { at: { region: "R2", sex: "M" }, value: 40, suppressed: true },
    ],
    ...changes,
  });
const cell = (changes: object): string =>
  table({
    cells: [
      { at: { region: "R1", sex: "F" }, value: 1, ...changes },
      ...["R1 M", "R2 F", "R2 M"].map((codes) => {
        const [region, sex] = codes.split(" ");
        return { at: { region, sex }, value: 3 };
      }),
    ],
  });

/** The mistakes of a file: code, place, French, English. */
function mistakesOf(text: string, hierarchies: string | null = null): string[][] {
  try {
    readTableFile(text, hierarchies);
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    return error.mistakes.map(({ code, place, messages }) => [
      code,
      place.fr,
      place.en,
      messages.fr,
      messages.en,
    ]);
  }
  return [];
}
const codeAndPlace = (text: string, hierarchies: string | null = null): string[] =>
  mistakesOf(text, hierarchies).map(([code, , place]) => `${code} ${place}`);

describe("a table's file", () => {
  it("gives the intervals of linked groupings, a code having several parents", async () => {
    const before = readTableFile(JSON.stringify(hiddenOf("ABKLM")));
    expect((await auditTable(before.table)).map(({ lower, upper }) => [lower, upper])).toContainEqual([3, 3]);
    const after = readTableFile(JSON.stringify(hiddenOf("ABKLMN")));
    const audited = await auditTable(after.table);
    const byName = Object.fromEntries(
      audited.map(({ figure, lower, upper, isSafe }) => [after.at(figure)["place"], [lower, upper, isSafe]]),
    );
    expect(byName).toEqual({
      ...{ A: [0, 4, true], B: [0, 4, true], K: [0, 10, true] },
      ...{ L: [0, 6, true], M: [0, 6, true], N: [0, 10, true] },
    });
  });

  it("computes the cells that are not listed, and shows them", () => {
    const { table: read, at } = readTableFile(table());
    const valueOf = (region: string, sex: string): number => {
      const figure = read.figures.find(
        (_, rank) => at(rank)["region"] === region && at(rank)["sex"] === sex,
      )!;
      expect(figure.isShown).toBe(region === "QC" || sex === "T");
      return figure.terms.reduce((sum, { unknown, times }) => sum + times * read.unknowns[unknown]!.value, 0);
    };
    expect([valueOf("QC", "T"), valueOf("R1", "T"), valueOf("QC", "M"), valueOf("R2", "F")]).toEqual([
      102, 42, 52, 20,
    ]);
  });

  it("knows what each contributor knows: the whole cell only when it is alone in it", () => {
    expect(readTableFile(table()).table.insiders).toEqual([
      { name: "region=R1 · sex=F #1", knows: [{ unknown: 0, lower: 11, upper: null }] },
      { name: "region=R1 · sex=F #2", knows: [{ unknown: 0, lower: 9, upper: null }] },
      { name: "region=R2 · sex=F #1", knows: [{ unknown: 2, lower: 20, upper: 20 }] },
    ]);
  });

  it("finds the cells that its policy wants hidden, totals too unless they are exempt", () => {
    const small = (policy: object): string[] => {
      const cells = ["a", "b"].map((place, rank) => ({ at: { place }, value: rank + 1, suppressed: true }));
      const text = JSON.stringify({ dimensions: { place: { all: ["a", "b"] } }, cells, policy });
      const { exposed, at } = readTableFile(text);
      return exposed.map((figure) => at(figure)["place"]!);
    };
    expect(small({ threshold: 4 })).toEqual(["all"]);
    expect(small({ threshold: 4, totalsExempt: true })).toEqual([]);
    expect(small({ threshold: 3 })).toEqual([]);
  });

  it("hides an amount that one contributor dominates", () => {
    const widths = (contributors: number[]) =>
      readTableFile(
        JSON.stringify({
          dimensions: { place: {} },
          cells: [{ at: { place: "a" }, value: 100, contributors }],
        }),
      ).exposed.length;
    expect(widths([80, 15])).toBe(1);
    expect(widths([60, 20])).toBe(0);
  });

  it("takes counts for whole numbers, and amounts with decimals not", () => {
    const isWhole = (value: number) =>
      readTableFile(cell({ value })).table.unknowns.every((one) => one.isWhole);
    expect([isWhole(3), isWhole(2.5)]).toEqual([true, false]);
  });

  it("may be CSV, with its hierarchies in a file of their own", () => {
    const hierarchies = "dimension;parent;child\nregion;QC;R1\nregion;QC;R2\n";
    const csv =
      "\ufeffregion;year;value;suppressed;contributors\r\nR1;2024;30;oui;11|9\r\nR2;2024;2,5;non;\r\n";
    const read = readTableFile(csv, hierarchies);
    expect(read.table.figures.map(({ isShown }, figure) => [read.at(figure), isShown])).toEqual([
      [{ region: "QC", year: "2024" }, true],
      [{ region: "R1", year: "2024" }, false],
      [{ region: "R2", year: "2024" }, true],
    ]);
    expect(read.table.insiders).toHaveLength(2);
    const json = JSON.stringify({ dimensions: { region: { QC: ["R1", "R2"] } }, policy: { threshold: 9 } });
    expect(readTableFile(csv, json).policy.threshold).toBe(9);
  });
});

describe("a file that is no table", () => {
  it.each([
    [
      "a code that the hierarchy has not",
      cell({ at: { region: "R9", sex: "F" } }),
      "UNKNOWN_CODE cells[0], region",
    ],
    ["a code that is missing", cell({ at: { region: "R1" } }), "MISSING_CODE cells[0].at.sex"],
    [
      "a dimension that is unknown",
      cell({ at: { region: "R1", sex: "F", age: "9" } }),
      "UNKNOWN_MEMBER cells[0].at.age",
    ],
    ["a misspelt name", cell({ supressed: true }), "UNKNOWN_MEMBER cells[0].supressed"],
    ["a negative value", cell({ value: -1 }), "NEGATIVE_VALUE cells[0]"],
    ["a value that is a text", cell({ value: "3" }), "BAD_VALUE cells[0].value"],
    ["a suppressed cell without value", cell({ value: null, suppressed: true }), "BAD_VALUE cells[0].value"],
    ["a value too large to be exact", cell({ value: 1e17 }), "BAD_VALUE cells[0]"],
    ["suppressed in words", cell({ suppressed: "yes" }), "BAD_SUPPRESSED cells[0].suppressed"],
    [
      "contributors that make more than the cell",
      cell({ contributors: [1, 1] }),
      "BAD_CONTRIBUTORS cells[0]",
    ],
    ["a contributor that is negative", cell({ contributors: [-1] }), "BAD_CONTRIBUTORS cells[0]"],
    ["contributors that are no list", cell({ contributors: 1 }), "BAD_CONTRIBUTORS cells[0].contributors"],
    ["a cell that is there twice", cell({ at: { region: "R1", sex: "M" } }), "CELL_TWICE cells[1]"],
    ["no cells", table({ cells: [] }), "NO_CELLS cells"],
    ["no dimensions", table({ dimensions: {} }), "BAD_DIMENSIONS dimensions"],
    [
      "a hierarchy that is a list",
      table({ dimensions: { region: [], sex: {} } }),
      "BAD_HIERARCHY dimensions.region",
    ],
    [
      "a parent without children",
      table({ dimensions: { region: { QC: [] }, sex: {} } }),
      "BAD_CHILDREN dimensions.region.QC",
    ],
    ["a threshold that is no count", table({ policy: { threshold: 0 } }), "BAD_POLICY policy.threshold"],
    ["a width of 0", table({ policy: { width: 0 } }), "BAD_POLICY policy.width"],
    [
      "a percentage above 100",
      table({ policy: { dominancePercent: 120 } }),
      "BAD_POLICY policy.dominancePercent",
    ],
    ["a misspelt rule", table({ policy: { treshold: 5 } }), "UNKNOWN_MEMBER policy.treshold"],
    ["a file that breaks off", table().slice(0, 80), "NOT_JSON JSON"],
  ])("tells of %s, with its place", (_, text, expected) => {
    expect(codeAndPlace(text)).toContain(expected);
  });

  it("tells both numbers when a parent is not the sum of its children", () => {
    const cells = [
      ["all", 9],
      ["a", 3],
      ["b", 5],
    ].map(([place, value]) => ({ at: { place }, value }));
    expect(mistakesOf(JSON.stringify({ dimensions: { place: { all: ["a", "b"] } }, cells }))).toEqual([
      [
        ...["WRONG_SUM", "cells[0]", "cells[0]"],
        "place=all vaut 9, et ses enfants (place : a + b) font 8.",
        "place=all is 9, and its children (place : a + b) add up to 8.",
      ],
    ]);
  });

  it("tells of every innermost cell that is missing", () => {
    const cells = [{ at: { place: "a" }, value: 3 }];
    expect(codeAndPlace(JSON.stringify({ dimensions: { place: { all: ["a", "b", "c"] } }, cells }))).toEqual([
      "MISSING_CELL place=b",
      "MISSING_CELL place=c",
    ]);
  });

  it("tells of a hierarchy that goes round in a circle, with the way round", () => {
    const dimensions = { place: { a: ["b"], b: ["c", "a"] } };
    expect(mistakesOf(JSON.stringify({ dimensions, cells: [{ at: { place: "c" }, value: 3 }] }))).toEqual([
      [
        ...["CYCLE", "dimensions.place", "dimensions.place"],
        expect.stringContaining("a → b → a"),
        expect.stringContaining("a → b → a"),
      ],
    ]);
  });

  it("tells of all mistakes at once", () => {
    const text = cell({ at: { region: "R9", sex: "Z" }, value: -1 });
    expect(codeAndPlace(text)).toEqual([
      "UNKNOWN_CODE cells[0], region",
      "UNKNOWN_CODE cells[0], sex",
      "NEGATIVE_VALUE cells[0]",
    ]);
  });

  it.each([
    ["a missing column", "place,value\na,3\n", "MISSING_COLUMN row 1"],
    [
      "a column that is there twice",
      "place,place,value,suppressed\na,a,3,no\n",
      "COLUMN_TWICE row 1, column place",
    ],
    ["a value that is no number", "place,value,suppressed\na,1e3,no\n", "BAD_VALUE row 2, column value"],
    ["a short row", "place,value,suppressed\na,1\n", "BAD_ROW row 2"],
    ["neither yes nor no", "place,value,suppressed\na,1,maybe\n", "BAD_SUPPRESSED row 2, column suppressed"],
    ["a code that is missing", "place,value,suppressed\n,1,no\n", "MISSING_CODE row 2, column place"],
    [
      "contributors that are no numbers",
      "place,value,suppressed,contributors\na,9,no,5;4\n",
      "BAD_CONTRIBUTORS row 2, column contributors",
    ],
    ["no dimension", "value,suppressed\n1,no\n", "NO_DIMENSION row 1"],
    ["no cell", "place,value,suppressed\n", "NO_CELLS row 1"],
    ["a quote that is not closed", 'place,value,suppressed\n"a,1,no\n', "NOT_CSV CSV"],
  ])("tells of %s in a CSV file, with its row and column", (_, text, expected) => {
    expect(codeAndPlace(text)).toContain(expected);
  });

  it.each([
    ["a child that is there twice", "dimension,parent,child\np,x,a\np,x,a\n", "CHILD_TWICE row 3"],
    ["a missing column", "dimension,parent\np,x\n", "MISSING_COLUMN row 1"],
    ["a code that is missing", "dimension,parent,child\np,,a\n", "MISSING_CODE row 2, column parent"],
    ["a dimension that the table has not", "dimension,parent,child\nq,x,a\n", "MISSING_COLUMN row 1"],
  ])("tells of %s in the file of hierarchies", (_, hierarchies, expected) => {
    expect(codeAndPlace("p,value,suppressed\na,1,no\n", hierarchies)).toContain(expected);
  });
});
