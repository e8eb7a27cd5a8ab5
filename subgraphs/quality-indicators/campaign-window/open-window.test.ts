import { describe, expect, it } from "vitest";
import { isOpenAt } from "./open-window.js";

const opensAt = new Date("2026-05-01T04:00:00Z");
const closesAt = new Date("2026-06-30T04:00:00Z");
const lockAt = new Date("2026-07-15T04:00:00Z");
const oneMsBefore = (instant: Date): Date => new Date(instant.getTime() - 1);

describe("the window of a campaign", () => {
  it("takes figures from the opening on, and not a millisecond before", () => {
    expect(isOpenAt({ opensAt, closesAt, lockAt }, opensAt)).toBe(true);
    expect(isOpenAt({ opensAt, closesAt, lockAt }, oneMsBefore(opensAt))).toBe(false);
  });

  it("takes late figures until the lock", () => {
    expect(isOpenAt({ opensAt, closesAt, lockAt }, oneMsBefore(lockAt))).toBe(true);
    expect(isOpenAt({ opensAt, closesAt, lockAt }, lockAt)).toBe(false);
  });

  it("closes at the deadline where there is no lock", () => {
    expect(isOpenAt({ opensAt, closesAt, lockAt: null }, closesAt)).toBe(false);
    expect(isOpenAt({ opensAt, closesAt, lockAt: null }, oneMsBefore(closesAt))).toBe(true);
  });

  it("is closed while its dates are not set, and before its first opening", () => {
    expect(isOpenAt({ opensAt: null, closesAt: null, lockAt: null }, opensAt)).toBe(false);
    expect(isOpenAt(null, opensAt)).toBe(false);
  });
});
