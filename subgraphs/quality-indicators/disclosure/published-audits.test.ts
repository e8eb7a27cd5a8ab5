import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { auditTable } from "./audit-table.js";
import { crossTable } from "./testing/a-table.js";
import { auditByGlpk } from "./testing/glpk-audit.js";

describe("published examples", () => {
  it("Fischetti and Salazar-González (2001), Management Science 47(7), section 1: 22 lies in 5 … 30", async () => {
    // Investment by activity (I, II, III) and region (A, B, C); suppressed: II A, II C, III A, III C.
    const values = [20, 50, 10, 8, 19, 22, 17, 32, 12];
    const hidden = new Set([4, 6, 8, 10]);
    const table = crossTable({
      sizes: [3, 3],
      values,
      isHidden: Array.from({ length: 16 }, (_, cell) => hidden.has(cell)),
    });
    const audited = await auditTable(table);
    expect(audited.map(({ figure, lower, upper }) => [figure, lower, upper])).toEqual([
      [4, 0, 25],
      [6, 5, 30],
      [8, 0, 25],
      [10, 4, 29],
    ]);
  });
});

describe("the audit of larger random tables of amounts", () => {
  it("agrees with a second, independent solver", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(
          fc.integer({ min: 6, max: 11 }),
          fc.integer({ min: 6, max: 9 }),
          fc.integer({ min: 1, max: 3 }),
        ),
        fc.infiniteStream(fc.nat(999)),
        fc.integer({ min: 15, max: 45 }),
        async (sizes, numbers, share) => {
          const next = (): number => numbers.next().value as number;
          const inner = sizes.reduce((count, size) => count * size, 1);
          const all = sizes.reduce((count, size) => count * (size + 1), 1);
          const counted = crossTable({
            sizes,
            values: Array.from({ length: inner }, () => next() / 8),
            isHidden: Array.from({ length: all }, () => next() % 100 < share),
          });
          const table = { ...counted, unknowns: counted.unknowns.map((one) => ({ ...one, isWhole: false })) };
          const expected = auditByGlpk(table);
          const audited = await auditTable(table);
          compared += audited.length;
          audited.forEach(({ lower, upper }, rank) => {
            expect(lower).toBeCloseTo(expected[rank]!.lower, 5);
            if (upper === null) expect(expected[rank]!.upper).toBeNull();
            else expect(upper).toBeCloseTo(expected[rank]!.upper!, 5);
          });
        },
      ),
      { numRuns: 8 },
    );
    expect(compared).toBeGreaterThan(100);
  }, 60_000);
});
