import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { SubmissionState } from "../submission/submission-state.js";
import { countCompleteness } from "./count-completeness.js";
import type { OfficeProgress } from "./office-progress.js";

const deadline = new Date("2026-06-01T04:00:00Z");
const inTime = new Date("2026-06-01T03:59:59.999Z");
const names = { fr: "x", en: null, status: "PROPOSED" };

/** An expected office of which nothing came yet, with what a test changes. */
const anOffice = (changes: Partial<OfficeProgress> = {}): OfficeProgress => ({
  office: "bureau",
  establishment: "chum",
  region: "RSS-06",
  peerGroup: null,
  inUniverse32: true,
  inUniverse35: true,
  names: { establishment: names, region: names },
  state: null,
  approvedRevision: null,
  firstSubmittedAt: null,
  reminderCount: 0,
  lastRemindedAt: null,
  ...changes,
});
const sent = (state: SubmissionState, changes: Partial<OfficeProgress> = {}) =>
  anOffice({ state, firstSubmittedAt: inTime, ...changes });

describe("what counts as received", () => {
  it.each([
    ["nothing", anOffice(), false],
    ["a draft", anOffice({ state: SubmissionState.DRAFT }), false],
    ["a draft that follows figures sent and not approved", sent(SubmissionState.DRAFT), false],
    ["the draft of a correction", sent(SubmissionState.DRAFT, { approvedRevision: 1 }), true],
    ["figures submitted", sent(SubmissionState.SUBMITTED), true],
    ["figures returned", sent(SubmissionState.RETURNED), true],
    ["figures approved", sent(SubmissionState.APPROVED, { approvedRevision: 1 }), true],
    ["figures published", sent(SubmissionState.PUBLISHED, { approvedRevision: 1 }), true],
    ["figures withdrawn", sent(SubmissionState.WITHDRAWN), false],
  ])("%s", (_title, office, isReceived) => {
    const { received, missing } = countCompleteness([office], deadline);
    expect([received, missing]).toEqual(isReceived ? [1, []] : [0, [office]]);
  });
});

describe("punctuality", () => {
  const lateness = (firstSubmittedAt: Date, closesAt: Date | null = deadline) => {
    const { onTime, late } = countCompleteness(
      [sent(SubmissionState.SUBMITTED, { firstSubmittedAt })],
      closesAt,
    );
    return { onTime, late };
  };

  it("is the first sending's, up to the very instant of the deadline, which is late", () => {
    expect(lateness(inTime)).toEqual({ onTime: 1, late: 0 });
    expect(lateness(deadline)).toEqual({ onTime: 0, late: 1 });
    expect(lateness(deadline, null)).toEqual({ onTime: 1, late: 0 });
  });
});

describe("any group of offices", () => {
  const states = [null, ...Object.values(SubmissionState)];
  const progress = fc.record({
    state: fc.constantFrom(...states),
    firstSubmittedAt: fc.constantFrom(null, inTime, deadline),
    approvedRevision: fc.constantFrom(null, 1),
  });

  it("adds up: each office once by its state, once as received or missing, and every rate among the expected", () => {
    fc.assert(
      fc.property(fc.array(progress), (drawn) => {
        const counted = countCompleteness(drawn.map(anOffice), deadline);
        const { drafts, submitted, returned, approved, published, withdrawn } = counted;
        const nothing = drawn.filter(({ state }) => state === null).length;
        expect(drafts + submitted + returned + approved + published + withdrawn + nothing).toBe(
          counted.expected,
        );
        expect(counted.received + counted.missing.length).toBe(counted.expected);
        expect(counted.onTime + counted.late).toBe(counted.received);
        expect(counted.completeness).toMatchObject({
          numerator: counted.received,
          denominator: drawn.length,
        });
        expect(counted.punctuality).toMatchObject({ numerator: counted.onTime, denominator: drawn.length });
      }),
    );
  });

  it("has a percentage of one decimal, and none where nobody is expected", () => {
    const two = [sent(SubmissionState.SUBMITTED), sent(SubmissionState.SUBMITTED), anOffice()];
    expect(countCompleteness(two, deadline).completeness).toEqual({
      numerator: 2,
      denominator: 3,
      percentage: 66.7,
    });
    expect(countCompleteness([], deadline).completeness.percentage).toBeNull();
  });
});
