import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { ReleasePolicy } from "../release-policy.js";
import { anonymise } from "./anonymise.js";
import { classSizes } from "./equivalence-classes.js";
import type { KeyHierarchy, SensitiveColumn } from "./hierarchy.js";
import { latticeOf } from "./lattice.js";
import { reIdentificationRisk } from "./re-identification-risk.js";
import { shuffled } from "./shuffled.js";

interface Row {
  readonly place: string;
  readonly age: string;
  readonly gender: string;
  readonly illness: string;
}

const hierarchy = (key: "place" | "age" | "gender", codes: Record<string, string>): KeyHierarchy<Row> => ({
  key,
  rawOf: (row) => row[key],
  levels: [
    { code: "GROUP", loss: 0.25, generalise: (raw) => codes[raw] ?? raw },
    { code: "ALL", loss: 1, generalise: () => "ALL" },
  ],
});
const keys = [hierarchy("place", { a: "ab", b: "ab" }), hierarchy("age", {}), hierarchy("gender", {})];
const illness: SensitiveColumn<Row> = { column: "illness", valueOf: (row) => row.illness };
const onlyK = (k: number, keep: number): ReleasePolicy => ({ k, keep, l: 1, t: 1 });

const rows = fc.array(
  fc.record({
    place: fc.constantFrom("a", "b", "c"),
    age: fc.constantFrom("young", "old"),
    gender: fc.constantFrom("w", "m"),
    illness: fc.constantFrom("x", "y", "z"),
  }),
  { minLength: 0, maxLength: 24 },
);
const policies = fc.record({
  k: fc.integer({ min: 1, max: 5 }),
  keep: fc.constantFrom(0, 0.3, 0.6, 0.85, 1),
});

/** The same question answered the slow way: every row compared with every other, for every combination of levels. */
function bruteForce(table: Row[], k: number): { levels: string[]; kept: Row[]; loss: number }[] {
  return latticeOf(keys).map((node) => {
    const told = (row: Row): string =>
      keys.map((key, index) => node[index]!.generalise(key.rawOf(row))).join("|");
    const kept = table.filter((row) => table.filter((other) => told(other) === told(row)).length >= k);
    const lossOfKept = node.reduce((sum, level) => sum + level.loss, 0) / node.length;
    const loss = (kept.length * lossOfKept + table.length - kept.length) / table.length;
    return { levels: node.map((level) => level.code), kept, loss };
  });
}

describe("the anonymisation of a small table", () => {
  it("never keeps a person whom fewer than k records resemble on all keys together", () => {
    fc.assert(
      fc.property(rows, policies, (table, { k, keep }) => {
        const result = anonymise(table, keys, [illness], onlyK(k, keep));
        if (!result) return;
        const sizes = classSizes(result.records.map((record) => record.keys));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(k);
        expect(result.report.k).toBe(Math.min(...sizes));
      }),
    );
  });

  it("suppresses exactly the records of the classes smaller than k, and its counts add up", () => {
    fc.assert(
      fc.property(rows, policies, (table, { k, keep }) => {
        const result = anonymise(table, keys, [illness], onlyK(k, keep));
        if (!result) return;
        const { report, records } = result;
        const levels = report.generalisation.map(({ level }) => level);
        const expected = bruteForce(table, k).find((candidate) => `${candidate.levels}` === `${levels}`)!;
        expect(new Set(records.map(({ row }) => row))).toEqual(new Set(expected.kept));
        expect(records).toHaveLength(report.recordsKept);
        expect(report.recordsKept + report.recordsSuppressed).toBe(table.length);
        expect(report.recordsIn).toBe(table.length);
      }),
    );
  });

  it("gives up the least information that the policy allows, and refuses only when nothing is allowed", () => {
    fc.assert(
      fc.property(rows, policies, (table, { k, keep }) => {
        const result = anonymise(table, keys, [illness], onlyK(k, keep));
        const allowed = bruteForce(table, k).filter(
          ({ kept }) => kept.length > 0 && kept.length >= keep * table.length,
        );
        if (allowed.length === 0) return expect(result).toBeNull();
        expect(result!.report.informationLoss).toBeCloseTo(Math.min(...allowed.map(({ loss }) => loss)), 10);
      }),
    );
  });

  it("leaves in every class l distinct values of a sensitive column, spread as in the whole release", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.2, 0.35, 0.5), (table, t) => {
        const result = anonymise(table, keys, [illness], { k: 2, keep: 0.3, l: 2, t });
        if (!result) return;
        const share = (records: typeof result.records, value: string): number =>
          records.filter(({ row }) => row.illness === value).length / records.length;
        for (const { keys: told } of result.records) {
          const alike = result.records.filter((other) => `${other.keys}` === `${told}`);
          expect(new Set(alike.map(({ row }) => row.illness)).size).toBeGreaterThanOrEqual(2);
          const distance = ["x", "y", "z"].reduce(
            (sum, value) => sum + Math.abs(share(alike, value) - share(result.records, value)) / 2,
            0,
          );
          expect(distance).toBeLessThanOrEqual(t + 1e-9);
        }
      }),
    );
  });

  it("counts the records that are one of a kind once the sensitive columns are read with the keys", () => {
    fc.assert(
      fc.property(rows, policies, (table, { k, keep }) => {
        const result = anonymise(table, keys, [illness], onlyK(k, keep));
        if (!result) return;
        const told = result.records.map(({ row, keys: generalised }) => `${generalised}|${row.illness}`);
        const alike = told.map((one) => told.filter((other) => other === one).length);
        expect(result.report).toMatchObject({
          recordsUniqueOnAllColumns: alike.filter((size) => size === 1).length,
          smallestClassOnAllColumns: Math.min(...alike),
        });
      }),
    );
  });

  it("refuses a table in which everybody is one of a kind", () => {
    const row = { place: "a", age: "young", gender: "w", illness: "x" };
    expect(anonymise([row, { ...row, gender: "m" }], keys, [illness], onlyK(3, 0.85))).toBeNull();
    expect(anonymise([], keys, [illness], onlyK(1, 0))).toBeNull();
  });
});

describe("the measures of risk", () => {
  it("counts the records alike of the worked example: 3, 1, 3, 1, 2, 2, 1, 3", () => {
    const records = ["231", "333", "231", "232", "331", "331", "141", "231"].map((row) => [...row]);
    expect(classSizes(records)).toEqual([3, 1, 3, 1, 2, 2, 1, 3]);
  });

  it("expects 8 of 10 records to be found again in classes of 2, 1, 2, 1, 1, 2, 1, 2, 1, 1", () => {
    expect(reIdentificationRisk([2, 1, 2, 1, 1, 2, 1, 2, 1, 1])).toEqual({
      average: 0.8,
      maximum: 1,
      expected: 8,
    });
  });
});

describe("the order of the records", () => {
  it("keeps every record once, whatever is drawn", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.infiniteStream(fc.nat()), (items, draws) => {
        const drawn = shuffled(items, (limit) => Number(draws.next().value) % limit);
        expect([...drawn].sort()).toEqual([...items].sort());
      }),
    );
  });

  it("is not the order of the roster", () => {
    expect(shuffled([1, 2, 3, 4], (limit) => limit - 1)).toEqual([4, 3, 2, 1]);
  });
});
