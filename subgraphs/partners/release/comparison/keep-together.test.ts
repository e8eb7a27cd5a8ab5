import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { keepTogether, type ReadTogether } from "./keep-together.js";
import type { PersonsAlike, Told } from "./person-cell.js";

type Policy = ReadTogether["policies"][number];

const told = (key: string, sensitive: string): Told => ({ keys: [key], sensitive: [sensitive] });

/** Every cell that a reader of all the releases could tell apart, the slow way: class by class, person by person. */
function cellsOf(persons: readonly PersonsAlike[], kept: readonly number[], releases: readonly number[]) {
  const now = persons[0]!.told.length - 1;
  const cells = new Map<string, { releases: number[]; values: string[][] }>();
  persons.forEach(({ told: tells, count }, place) => {
    for (let person = 0; person < count; person += 1) {
      const seen = tells.map((each, release) => (release === now && person >= kept[place]! ? null : each));
      const read = releases.map((release) => seen[release]);
      const name = JSON.stringify(read.map((each) => each?.keys ?? null));
      const cell = cells.get(name) ?? { releases: releases.filter((_, at) => read[at]), values: [] };
      cells.set(name, cell);
      cell.values.push(releases.map((release) => seen[release]?.sensitive[0] ?? ""));
    }
  });
  return [...cells.values()].filter((cell) => cell.releases.length > 0);
}

/** The fewest persons, and the fewest values of a release, of any cell. */
function worstOf(persons: readonly PersonsAlike[], kept: readonly number[], releases?: readonly number[]) {
  const read = releases ?? [...persons[0]!.told.keys()];
  const cells = cellsOf(persons, kept, read);
  return {
    k: Math.min(...cells.map(({ values }) => values.length)),
    l: Math.min(
      ...cells.flatMap((cell) =>
        cell.releases.map((release) => new Set(cell.values.map((each) => each[read.indexOf(release)])).size),
      ),
    ),
  };
}

/** Persons whom each release in turn keeps as the rule says; where each is in each release is drawn. */
const histories = (releases: number) =>
  fc.array(
    fc.tuple(
      ...Array.from({ length: releases }, () => fc.constantFrom("a", "a", "a", "a", "b", null)),
      fc.constantFrom("x", "y", "z"),
    ),
    { minLength: 1, maxLength: 60 },
  );

function builtOneAfterTheOther(drawn: readonly (readonly (string | null)[])[], policies: readonly Policy[]) {
  let persons: PersonsAlike[] = drawn.map(() => ({ told: [], count: 1 }));
  let kept: number[] = [];
  policies.forEach((_, release) => {
    persons = persons.map((person, place) => {
      const key = drawn[place]![release];
      const before =
        release === 0
          ? []
          : person.told.map((each, at) => (at === release - 1 && kept[place] === 0 ? null : each));
      return { told: [...before, key ? told(key, drawn[place]!.at(-1)!) : null], count: 1 };
    });
    kept = keepTogether({ policies: policies.slice(0, release + 1), persons });
  });
  return { persons, kept };
}

describe("releases that are read together", () => {
  it("tell of nobody more than each of them promises, whoever joins, leaves or moves in between", () => {
    const policy: Policy = { k: 4, l: 2, t: 1 };
    fc.assert(
      fc.property(histories(3), (drawn) => {
        const { persons, kept } = builtOneAfterTheOther(drawn, [policy, policy, policy]);
        const { k, l } = worstOf(persons, kept);
        expect(k).toBeGreaterThanOrEqual(4);
        expect(l).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });

  it("promise the larger number to who reads those that promise it, and the smaller to who adds another", () => {
    const [strict, lax]: Policy[] = [
      { k: 6, l: 1, t: 1 },
      { k: 3, l: 1, t: 1 },
    ];
    fc.assert(
      fc.property(histories(3), (drawn) => {
        const { persons, kept } = builtOneAfterTheOther(drawn, [strict!, lax!, strict!]);
        expect(worstOf(persons, kept).k).toBeGreaterThanOrEqual(3);
        expect(worstOf(persons, kept, [0, 2]).k).toBeGreaterThanOrEqual(6);
      }),
      { numRuns: 200 },
    );
  });

  it("would tell who left, and what they said, if nobody else were taken out", () => {
    const stayed = ["x", "y", "z"].map((value) => ({
      told: [told("a", value), told("a", value)],
      count: 10,
    }));
    const left: PersonsAlike = { told: [told("a", "x"), null], count: 1 };
    const persons = [...stayed, left];
    expect(worstOf(persons, [10, 10, 10, 0])).toEqual({ k: 1, l: 1 });
    const policy: Policy = { k: 11, l: 3, t: 0.5 };
    const kept = keepTogether({ policies: [policy, policy], persons });
    expect(worstOf(persons, kept)).toEqual({ k: 11, l: 3 });
    // Not one more than it takes.
    expect(kept.reduce((sum, count) => sum + count)).toBe(20);
  });

  it("let newcomers wait until there are enough of them, and keep all when nothing changed", () => {
    const policy: Policy = { k: 5, l: 1, t: 1 };
    const before: PersonsAlike = { told: [told("a", "x"), told("a", "x")], count: 9 };
    const newcomers = (count: number): PersonsAlike => ({ told: [null, told("a", "x")], count });
    const keptOf = (...persons: PersonsAlike[]) => keepTogether({ policies: [policy, policy], persons });
    expect(keptOf(before)).toEqual([9]);
    expect(keptOf(before, newcomers(4))).toEqual([9, 0]);
    expect(keptOf(before, newcomers(5))).toEqual([9, 5]);
  });

  it("keep nobody when too many of a class left for what stays", () => {
    const policy: Policy = { k: 5, l: 1, t: 1 };
    const persons = [
      { told: [told("a", "x"), told("a", "x")], count: 4 },
      { told: [told("a", "x"), null], count: 4 },
    ];
    expect(keepTogether({ policies: [policy, policy], persons })).toEqual([0, 0]);
  });
});
