import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fullAnswers } from "./testing/a-push.js";
import { aCollection, type Collection } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
}, 60_000);
afterAll(() => hub?.database.drop());
beforeEach(() => hub.forget());

/** The statements that one push sends, and how it was answered. */
async function costOf(changes: Record<string, unknown>): Promise<{ statements: number; status: string }> {
  const before = hub.statements.length;
  const { status } = await hub.push(changes);
  return { statements: hub.statements.length - before, status };
}

const oneAnswer = [{ question: "B6", number: 60 }];
const draft = (baseRevision: number | null, answers: readonly object[] = oneAnswer) => ({
  mode: "DRAFT",
  baseRevision,
  answers,
});

/** Pushes drafts until the office has so many revisions. */
async function reach(revisions: number): Promise<void> {
  for (let base = 0; base < revisions; base += 1)
    await hub.push(draft(base === 0 ? null : base, [{ question: "B6", number: base }]));
}

describe("the number of statements that a push sends to the database", () => {
  it("is the same for one answer and for a full form, and below seventeen", async () => {
    await hub.push(draft(null));
    const small = await costOf(draft(1));
    const full = await costOf(draft(2, fullAnswers()));
    expect([small.status, full.status]).toEqual(["ACCEPTED_WITH_WARNINGS", "ACCEPTED"]);
    expect(full.statements).toBe(small.statements);
    expect(small.statements).toBeGreaterThan(5);
    expect(small.statements).toBeLessThan(17);
  });

  it("is the same for the second revision and for the twentieth", async () => {
    await reach(1);
    const second = await costOf(draft(1));
    await hub.forget();
    await reach(19);
    expect(await costOf(draft(19))).toEqual(second);
  });

  it("is the same for a conflict one revision behind and for one nineteen behind", async () => {
    await reach(20);
    const near = await costOf(draft(19));
    expect(near.status).toBe("CONFLICT");
    expect(await costOf(draft(1))).toEqual(near);
    expect(await costOf(draft(null))).toEqual(near);
  });

  it("grows by nothing when a push is replayed", async () => {
    await hub.push(draft(null));
    const first = await costOf({ ...draft(1), idempotencyKey: "replayed" });
    const again = await costOf({ ...draft(1), idempotencyKey: "replayed" });
    expect(again.status).toBe(first.status);
    expect(again.statements).toBeLessThan(first.statements);
  });
});
