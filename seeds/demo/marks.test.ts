import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { agreeInPairs, markChoices } from "./marks.js";
import { seededRandom } from "./random.js";
import { numbersOfSum } from "./whole-numbers.js";

describe("marks dealt to responses", () => {
  it("give each choice exactly its count and leave no response empty", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }),
        (seed, others) => {
          const counts = new Map([9, ...others].map((count, rank) => [`CHOICE_${rank}`, count]));
          const places = Math.min(
            12,
            [...counts.values()].reduce((sum, count) => sum + count),
          );
          const marks = markChoices(seededRandom(seed), places, counts, (place) => place);
          expect(marks.every((held) => held.size > 0)).toBe(true);
          for (const [choice, count] of counts)
            expect(marks.filter((held) => held.has(choice))).toHaveLength(count);
        },
      ),
    );
  });

  it("are refused when a choice has more marks than there are responses", () => {
    expect(() => markChoices(seededRandom(1), 2, new Map([["QUALITY", 3]]), () => 0)).toThrow("QUALITY");
  });

  it("are refused when they cannot reach every response", () => {
    expect(() => markChoices(seededRandom(1), 3, new Map([["QUALITY", 2]]), () => 0)).toThrow("Too few");
  });

  it("agree within an office, and stay the same marks", () => {
    const values = ["A", "B", "C", "B", "B", "A"];
    agreeInPairs(values, [[0, 2]]);
    expect([values[0], values[2]]).toEqual(["B", "B"]);
    expect([...values].sort()).toEqual(["A", "A", "B", "B", "B", "C"]);
  });
});

describe("whole numbers of a given sum", () => {
  it("stay within their bounds and add up", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 6, max: 30 }), (seed, sum) => {
        const bounds = [1, 2, 3].map((low) => ({ start: 50, low, high: 10 }));
        const numbers = numbersOfSum(seededRandom(seed), sum, bounds);
        expect(numbers.reduce((total, number) => total + number)).toBe(sum);
        numbers.forEach((number, place) => {
          expect(number).toBeGreaterThanOrEqual(place + 1);
          expect(number).toBeLessThanOrEqual(10);
        });
      }),
    );
  });

  it("are refused when the bounds do not allow the sum", () => {
    expect(() => numbersOfSum(seededRandom(1), 11, [{ start: 1, low: 0, high: 10 }])).toThrow("11");
  });
});
