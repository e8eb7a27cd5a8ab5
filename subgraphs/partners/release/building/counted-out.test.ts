import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { MembersAlike } from "../release-content.repository.js";
import { countedOut, nameOf } from "./counted-out.js";

const policy = { others: 5, othersValues: 2 };
const combinations = ["x", "y"].map((value) => ({ keys: ["EST"], sensitive: [value] }));
const of = (establishment: string, combination: number, count: number): MembersAlike => ({
  establishment,
  combination,
  count,
});
const found = (...members: MembersAlike[]) => [...countedOut(combinations, members, policy)];

describe("an establishment that counts its own partners out of a class", () => {
  it("is left with five others at least, who do not all say the same", () => {
    const est = nameOf(["EST"]);
    expect(found(of("chum", 1, 9), of("cusm", 1, 2), of("cusm", 2, 1), of("icm", 2, 2))).toEqual([]);
    expect(found(of("chum", 1, 9), of("cusm", 1, 1), of("cusm", 2, 1), of("icm", 2, 2))).toEqual([est]);
    expect(found(of("chum", 2, 9), of("cusm", 1, 6))).toEqual([est]);
  });

  it("has nobody to find in a class of its own partners alone", () => {
    expect(found(of("chum", 1, 12))).toEqual([]);
  });

  it("finds what counting person by person finds", () => {
    const members = fc.array(
      fc.record({
        combination: fc.integer({ min: 1, max: 4 }),
        establishment: fc.constantFrom("a", "b", "c"),
        count: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 12 },
    );
    const four = ["EST", "QC"].flatMap((key) =>
      ["x", "y"].map((value) => ({ keys: [key], sensitive: [value] })),
    );
    fc.assert(
      fc.property(members, (drawn) => {
        const persons = drawn.flatMap(({ combination, establishment, count }) =>
          Array.from({ length: count }, () => ({ ...four[combination - 1]!, establishment })),
        );
        const tells = (key: string): boolean =>
          ["a", "b", "c"].some((office) => {
            const alike = persons.filter(({ keys }) => keys[0] === key);
            const others = alike.filter(({ establishment }) => establishment !== office);
            if (others.length === alike.length || others.length === 0) return false;
            return others.length < 5 || new Set(others.map(({ sensitive }) => sensitive[0])).size < 2;
          });
        expect([...countedOut(four, drawn, policy)].sort()).toEqual(
          ["EST", "QC"].filter(tells).map((key) => nameOf([key])),
        );
      }),
      { numRuns: 300 },
    );
  });
});
