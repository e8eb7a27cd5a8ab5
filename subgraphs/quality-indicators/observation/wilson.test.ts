import "reflect-metadata";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { DataOrigin } from "../../shared/data-origin.js";
import { Basis, Unit } from "../indicator/measure.js";
import { intervalOf } from "./interval.js";
import { ObservationStatus } from "./observation.entity.js";
import { wilson } from "./wilson.js";

describe("the Wilson interval at 95 %", () => {
  it.each([
    [25, 30, 66.4, 92.7],
    [18, 30, 42.3, 75.4],
    [8, 30, 14.2, 44.4],
    [28, 30, 78.7, 98.2],
    [24, 30, 62.7, 90.5],
    [1, 30, 0.6, 16.7],
    [28, 35, 64.1, 90.0],
    [11, 29, 22.7, 56.0],
    [28, 29, 82.8, 99.4],
  ])("of %i among %i is [%f, %f]", (count, base, low, high) => {
    expect(wilson(count, base)).toEqual({ low, high });
  });

  it("holds the share itself and stays between 0 and 100", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (base, part) => {
        const count = Math.min(part, base);
        const { low, high } = wilson(count, base);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual((100 * count) / base + 0.05);
        expect(high).toBeGreaterThanOrEqual((100 * count) / base - 0.05);
      }),
    );
  });
});

describe("the interval of an observation", () => {
  const share = {
    status: ObservationStatus.OBSERVED,
    unit: Unit.PERCENT,
    basis: Basis.RESPONDENTS,
    numerator: 25,
    denominator: 30,
    origin: DataOrigin.COMPUTED,
  };

  it("comes with the caveat of a census that is nearly whole, in both languages", () => {
    expect(intervalOf(share)).toMatchObject({
      low: 66.4,
      high: 92.7,
      method: "WILSON_95",
      caveat: { fr: expect.stringContaining("recensement"), en: expect.stringContaining("census") },
    });
  });

  it.each([
    ["a suppressed value", { status: ObservationStatus.SUPPRESSED, numerator: null, denominator: null }],
    ["a share of partners", { basis: Basis.PARTNERS_BANK }],
    ["a count", { unit: Unit.PERSONS }],
    ["a percentage without its count", { numerator: null }],
    ["a rate of sums", { numerator: 3.5 }],
    ["nobody", { numerator: 0, denominator: 0 }],
  ])("is not given for %s", (_what, changes) => {
    expect(intervalOf({ ...share, ...changes })).toBeNull();
  });
});
