import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { anonymiseCounted } from "./anonymise-counted.js";
import { countedTable } from "./counted-table.js";
import { BrokenHierarchy, type Generalisation, UnknownHierarchyValue } from "./generalisation.js";
import { aFile, aHierarchy, asCounted } from "./testing/a-file.js";
import { fullLattice, groups, type PlainRecord } from "./testing/full-lattice.js";

const fourKeys = [
  [6, 3],
  [5, 3],
  [3, 2],
  [2, 2],
] as const;
const policies = fc.record({
  k: fc.integer({ min: 1, max: 12 }),
  keep: fc.constantFrom(0, 0.5, 0.85, 1),
  l: fc.integer({ min: 1, max: 3 }),
  t: fc.constantFrom(0.15, 0.3, 0.5, 1),
});
const told = (hierarchies: readonly Generalisation[], levels: readonly string[]) => (record: PlainRecord) =>
  hierarchies
    .map(
      ({ levels: all }, key) => all.find(({ code }) => code === levels[key])!.generalised[record.keys[key]!],
    )
    .join("|");

describe("the search for the release that gives up the least", () => {
  it("equals the best of all combinations of levels, on 200 files of up to 300 records and 4 keys", () => {
    let [releases, refusals] = [0, 0];
    fc.assert(
      fc.property(aFile({ maxLength: 300 }, fourKeys), policies, ({ records, hierarchies }, policy) => {
        const found = anonymiseCounted({ counted: asCounted(records, 4), hierarchies, policy });
        const allowed = fullLattice(records, hierarchies, policy);
        if (allowed.length === 0) {
          refusals += 1;
          expect(found).toBeNull();
          return;
        }
        releases += 1;
        expect(found!.report.informationLoss).toBeCloseTo(Math.min(...allowed.map(({ loss }) => loss)), 10);
      }),
      { numRuns: 200 },
    );
    // Files that are all released, or none, would have shown little.
    expect(Math.min(releases, refusals)).toBeGreaterThan(3);
  });

  it("keeps exactly the safe classes of the levels that it chose, and reports what a reader would measure", () => {
    fc.assert(
      fc.property(aFile({ maxLength: 120 }, fourKeys), policies, ({ records, hierarchies }, policy) => {
        const found = anonymiseCounted({ counted: asCounted(records, 4), hierarchies, policy });
        if (!found) return;
        const { report, keptKeys, keptCounts } = found;
        const levels = report.generalisation.map(({ level }) => level);
        const { kept } = fullLattice(records, hierarchies, policy).find(
          (one) => `${one.levels}` === `${levels}`,
        )!;
        const classes = groups(kept, told(hierarchies, levels));
        const sizes = Object.fromEntries(
          classes.map((alike) => [told(hierarchies, levels)(alike[0]!), alike.length]),
        );
        const given = keptCounts.map((count, place) => [
          keptKeys.map((values) => values[place]).join("|"),
          count,
        ]);
        expect(Object.fromEntries(given)).toEqual(sizes);
        expect(report).toMatchObject({
          recordsIn: records.length,
          recordsKept: kept.length,
          recordsSuppressed: records.length - kept.length,
          classes: classes.length,
          k: Math.min(...classes.map((alike) => alike.length)),
          recordsUniqueOnAllColumns: groups(
            kept,
            (record) => `${told(hierarchies, levels)(record)}|${record.sensitive}`,
          ).filter((alike) => alike.length === 1).length,
        });
        expect(report.averageRisk).toBeCloseTo(classes.length / kept.length, 10);
        expect(report.k).toBeGreaterThanOrEqual(policy.k);
        for (const { l, t } of report.diversity) {
          expect(l).toBeGreaterThanOrEqual(policy.l);
          expect(t).toBeLessThanOrEqual(policy.t + 1e-9);
        }
      }),
    );
  });

  it("is within 1.1 times of a full lattice search on larger files", () => {
    const [file] = fc.sample(
      aFile({ minLength: 2_000, maxLength: 2_000 }, [
        [16, 5],
        [12, 4],
        [5, 3],
        [4, 3],
        [2, 2],
      ]),
      { numRuns: 1, seed: 5 },
    );
    const { records, hierarchies } = file!;
    for (const policy of [
      { k: 11, keep: 0.85, l: 3, t: 0.5 },
      { k: 40, keep: 0.5, l: 2, t: 0.25 },
    ]) {
      const found = anonymiseCounted({ counted: asCounted(records), hierarchies, policy })!;
      const best = Math.min(...fullLattice(records, hierarchies, policy).map(({ loss }) => loss));
      expect(found.report.informationLoss / best).toBeLessThanOrEqual(1.1);
      expect(found.search.nodes).toBe(5 * 4 * 3 * 3 * 2);
    }
  });

  it("finds what ARX prints of its example: three classes of seven records, a risk of 3/7 on average and 1/2 at most", () => {
    // ARX, src/test/org/deidentifier/arx/test/TestRiskMetrics.java, on the data of its DataProvider; k = 2, nothing suppressed.
    const records = [
      ["34", "male", "81667"],
      ["45", "female", "81675"],
      ["66", "male", "81925"],
      ["70", "female", "81931"],
      ["34", "female", "81931"],
      ["70", "male", "81931"],
      ["45", "male", "81931"],
    ];
    const level = (code: string, loss: number, key: number, told: (raw: string) => string) => ({
      code,
      loss,
      generalised: Object.fromEntries(records.map((record) => [record[key]!, told(record[key]!)])),
    });
    const hierarchies = [
      {
        key: "age",
        levels: [
          level("0", 0, 0, (age) => age),
          level("1", 1 / 3, 0, (age) => (Number(age) < 50 ? "<50" : ">=50")),
          level("2", 1, 0, () => "*"),
        ],
      },
      { key: "gender", levels: [level("0", 0, 1, (gender) => gender), level("1", 1, 1, () => "*")] },
      {
        key: "zipcode",
        // The loss of a level: how many of the other values one may no longer tell from it.
        levels: [0, 0, 1 / 3, 1, 1, 1].map((loss, stars) =>
          level(String(stars), loss, 2, (code) => code.slice(0, 5 - stars).padEnd(5, "*")),
        ),
      },
    ];
    const counted = countedTable(
      ["age", "gender", "zipcode"],
      [],
      records.map((keys) => ({ keys, sensitive: [], count: 1 })),
    );
    const { report } = anonymiseCounted({ counted, hierarchies, policy: { k: 2, keep: 1, l: 1, t: 1 } })!;
    expect(report).toMatchObject({ classes: 3, k: 2, maximumRisk: 0.5, recordsSuppressed: 0 });
    expect(report.averageRisk).toBeCloseTo(0.42857142857142855, 15);
    expect(report.generalisation.map(({ level }) => level)).toEqual(["1", "1", "2"]);
  });

  it("does not depend on the order of the combinations, nor on how they are cut into rows", () => {
    fc.assert(
      fc.property(aFile({ maxLength: 100 }, fourKeys), policies, ({ records, hierarchies }, policy) => {
        const counted = groups(records, (record) => `${record.keys}|${record.sensitive}`)
          .reverse()
          .map((alike) => ({ ...alike[0]!, count: alike.length }));
        const keys = hierarchies.map(({ key }) => key);
        const whole = countedTable(keys, ["sensitive0", "sensitive1"], counted);
        const one = anonymiseCounted({ counted: asCounted(records, 4), hierarchies, policy });
        const other = anonymiseCounted({ counted: whole, hierarchies, policy });
        expect(other?.report.generalisation).toEqual(one?.report.generalisation);
        expect(other?.report.averageRisk).toEqual(one?.report.averageRisk);
        expect(other?.report.recordsKept).toEqual(one?.report.recordsKept);
      }),
    );
  });

  it("tells apart more combinations of values than numbers could name", () => {
    const values = 2_000;
    const hierarchies = Array.from({ length: 6 }, (_, key) => aHierarchy(`key${key}`, values, 2));
    // Two and two are equal in all keys but the last.
    const counted = countedTable(
      hierarchies.map(({ key }) => key),
      [],
      Array.from({ length: 2 * values }, (_, row) => {
        const value = row % values;
        const last = row < values ? value : (value + 1) % values;
        return { keys: [...Array<string>(5).fill(String(value)), String(last)], sensitive: [], count: 3 };
      }),
    );
    const found = anonymiseCounted({ counted, hierarchies, policy: { k: 3, keep: 1, l: 1, t: 1 } })!;
    expect(found.report).toMatchObject({ k: 3, classes: 2 * values, informationLoss: 0 });
  });
});

describe("hierarchies that do not fit", () => {
  const counted = countedTable(
    ["region"],
    [],
    [
      { keys: ["RSS-06"], sensitive: [], count: 20 },
      { keys: [null], sensitive: [], count: 20 },
    ],
  );
  const level = (generalised: Record<string, string>, loss = 0) => ({
    code: `LEVEL_${loss}`,
    loss,
    generalised,
  });
  const search = (...levels: Generalisation["levels"]) =>
    anonymiseCounted({
      counted,
      hierarchies: [{ key: "region", levels }],
      policy: { k: 11, keep: 1, l: 1, t: 1 },
    });

  it("refuses a value, or an empty cell, that a level does not know, and says which", () => {
    expect(() => search(level({ "RSS-06": "MONTREAL" }))).toThrow(
      new UnknownHierarchyValue("region", "LEVEL_0", ""),
    );
    expect(() => search(level({ "": "UNKNOWN" }))).toThrow(
      new UnknownHierarchyValue("region", "LEVEL_0", "RSS-06"),
    );
    expect(search(level({ "": "UNKNOWN", "RSS-06": "MONTREAL" }))?.keptKeys).toEqual([
      ["MONTREAL", "UNKNOWN"],
    ]);
  });

  it("refuses a level that tells apart what a finer one joins, or that claims to lose less", () => {
    const [apart, joined] = [
      { "": "UNKNOWN", "RSS-06": "MONTREAL" },
      { "": "QC", "RSS-06": "QC" },
    ];
    expect(() => search(level(joined), level(apart, 1))).toThrow(new BrokenHierarchy("region", "LEVEL_1"));
    expect(() => search(level(apart, 1), level(joined, 0.5))).toThrow(
      new BrokenHierarchy("region", "LEVEL_0.5"),
    );
  });

  it("refuses hierarchies of other keys than the table has", () => {
    const hierarchies = [{ key: "gender", levels: [level({})] }];
    const policy = { k: 11, keep: 1, l: 1, t: 1 };
    expect(() => anonymiseCounted({ counted, hierarchies, policy })).toThrow(
      "expected levels for region, got gender",
    );
    expect(() => search()).toThrow("expected levels for region");
  });

  it("refuses combinations of another width than the table", () => {
    expect(() => countedTable(["region"], [], [{ keys: [], sensitive: ["x"], count: 1 }])).toThrow(
      "1 of them keys",
    );
  });
});
