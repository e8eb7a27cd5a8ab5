import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aPush, fullAnswers } from "./testing/a-push.js";
import { aCollection, type Collection } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

// What the office of Estrie said in the demonstration of 2024.
const numbersOf2024 = {
  "A2.5": { choices: ["YES"] },
  "A2.6.count": { number: 2 },
  B5a: { number: 5 },
  B5b: { number: 2.2 },
  B6: { number: 94 },
  B7: { number: 52 },
};
const rulesOf = ({ issues }: Awaited<ReturnType<Collection["push"]>>): string[] =>
  issues.map(({ rule, question }) => `${rule} ${question}`);

describe("what a push is compared with", () => {
  it("is what the same office last had approved, told with its campaign", async () => {
    const pushed = await hub.push({ answers: fullAnswers({ B6: { number: 40 } }) });
    expect([pushed.status, rulesOf(pushed)]).toEqual(["REJECTED", ["V13 B6"]]);
    expect(pushed.issues[0]!.message).toContain("B6 passe de 94 (campagne 2024) à 40");
    const explained = { B6: { number: 40, comment: "La banque a été mise à jour." } };
    expect(await hub.push({ answers: fullAnswers(explained) })).toMatchObject({
      status: "ACCEPTED_WITH_WARNINGS",
    });
  });

  it("is noticed when every number is the same, and lets the push through", async () => {
    const pushed = await hub.push({ answers: fullAnswers(numbersOf2024) });
    expect([pushed.status, rulesOf(pushed)]).toEqual(["ACCEPTED", ["V21 A2.6.count"]]);
  });

  it("is nothing where nothing was approved", async () => {
    const where = "WHERE establishment = 'ciusss-estrie-chus' AND campaign = '2024'";
    await hub.database.query(
      `UPDATE quality_indicators.submission SET approved_revision = NULL, approved_by = NULL, approved_at = NULL ${where}`,
    );
    const pushed = await hub.push({ answers: fullAnswers({ B6: { number: 40 } }) });
    await hub.database.query(
      `UPDATE quality_indicators.submission SET approved_revision = 1, approved_by = 'steward:collect', approved_at = now() ${where}`,
    );
    expect([pushed.status, rulesOf(pushed)]).toEqual(["ACCEPTED", []]);
  });

  it("is the period of the campaign too: a plan that ended before it asks for a comment", async () => {
    const plans = fullAnswers().find(({ question }) => question === "C3")!.choices!;
    const pushed = await hub.push({
      answers: fullAnswers({ C3: { choices: [...plans, "PALLIATIVE_2020_25"] } }),
    });
    expect([pushed.status, rulesOf(pushed)]).toEqual(["REJECTED", ["V17 C3"]]);
  });
});

describe("figures that come late (V23)", () => {
  it("are taken without a comment and marked until the lock, and refused from the lock on", async () => {
    const [window] = await hub.database.query<{ closes_at: Date; lock_at: Date }>(
      `UPDATE quality_indicators.campaign_window SET lock_at = closes_at + interval '14 days'
       WHERE campaign = '2025-2026' RETURNING closes_at, lock_at`,
    );
    hub.setClock(new Date(window!.closes_at.getTime() - 1));
    expect(await hub.push()).toMatchObject({ status: "ACCEPTED", revision: 1 });
    hub.setClock(window!.closes_at);
    const late = await hub.push({ baseRevision: 1 });
    expect(late).toMatchObject({ status: "ACCEPTED_WITH_WARNINGS", revision: 2 });
    expect(late.issues).toEqual([
      expect.objectContaining({ rule: "V23", severity: "W", code: "LATE", path: "campaign", row: null }),
    ]);
    hub.setClock(window!.lock_at);
    const { errors } = await hub.writingNothing(() => hub.send(aPush({ baseRevision: 2 })));
    expect(errors![0]!.extensions).toMatchObject({ code: "CAMPAIGN_NOT_OPEN" });
  });
});
