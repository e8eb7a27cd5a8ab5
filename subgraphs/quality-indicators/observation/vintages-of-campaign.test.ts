import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anObservedHub, type ObservedHub } from "./testing/observed-hub.js";

let hub: ObservedHub;
beforeAll(async () => {
  hub = await anObservedHub();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

describe("the vintages of a campaign", () => {
  it("answers the last one, or the last one before the end of a day in Toronto", async () => {
    await hub.aVintage(1, "2026-07-01T14:00:00Z");
    await hub.aVintage(2, "2026-08-01T03:59:00Z"); // still 31 July in Toronto
    await hub.anObservation({ vintage: "2024.1", value: 880 });
    await hub.anObservation({ vintage: "2024.2", value: 890 });
    const computed = async (args: string): Promise<(number | null)[]> =>
      (await hub.observationsOf("IQP-06", args)).filter(({ vintage }) => vintage).map(({ value }) => value);
    expect(await computed('(campaign: "2024")')).toEqual([890]);
    expect(await computed('(campaign: "2024", asOf: "2026-07-31")')).toEqual([890]);
    expect(await computed('(campaign: "2024", asOf: "2026-07-30")')).toEqual([880]);
    expect(await computed('(campaign: "2024", asOf: "2026-06-30")')).toEqual([]);
    const { data } = await hub.ask('{ vintages(campaign: "2024", asOf: "2026-07-30") { code publishedAt } }');
    expect(data).toEqual({ vintages: [{ code: "2024.1", publishedAt: "2026-07-01T14:00:00.000Z" }] });
  });

  it("does not answer a figure before its document was published", async () => {
    expect(await hub.observationsOf("IQP-06", '(campaign: "2024", asOf: "2024-10-31")')).toEqual([]);
    expect(await hub.observationsOf("IQP-06", '(campaign: "2024", asOf: "2024-11-30")')).toHaveLength(2);
  });

  it("answers a withdrawn vintage without any value, with day and reason, also under asOf", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.anObservation({ numerator: 3, denominator: 4 });
    await hub.database.query(
      `UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = '2026-05-04T02:00:00Z',
       withdrawn_reason = '{"fr":"Erreur de calcul","en":"Computing error","status":"PROPOSED"}'`,
    );
    for (const args of ['(campaign: "2024")', '(campaign: "2024", asOf: "2026-05-02")']) {
      const [withdrawn] = (await hub.observationsOf("IQP-06", args)).filter(({ vintage }) => vintage);
      expect(withdrawn).toMatchObject({
        status: "WITHDRAWN",
        value: null,
        numerator: null,
        reason: "VINTAGE_WITHDRAWN",
        explanation: "Édition 2024.1 retirée le 2026-05-03 : Erreur de calcul",
        english: "Vintage 2024.1 withdrawn on 2026-05-03: Computing error",
      });
    }
    const { data } = await hub.ask(
      '{ vintages(campaign: "2024") { code status withdrawnAt withdrawnReason { fr } } }',
    );
    expect(data).toEqual({
      vintages: [
        {
          code: "2024.1",
          status: "WITHDRAWN",
          withdrawnAt: "2026-05-04T02:00:00.000Z",
          withdrawnReason: { fr: "Erreur de calcul" },
        },
      ],
    });
  });

  it("does not fall back on an older vintage when the last one is withdrawn", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.aVintage(2, "2026-05-02T12:00:00Z");
    await hub.anObservation({ vintage: "2024.1", value: 880 });
    await hub.anObservation({ vintage: "2024.2", value: 890 });
    await hub.database.query(
      "UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = now() WHERE number = 2",
    );
    const found = (await hub.observationsOf("IQP-06", '(campaign: "2024")')).filter(({ vintage }) => vintage);
    expect(found.map(({ vintage, value, status }) => [vintage, value, status])).toEqual([
      ["2024.2", null, "WITHDRAWN"],
    ]);
  });

  it("is refused by the database when a suppressed value is there, only hidden", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await expect(hub.anObservation({ status: "SUPPRESSED" })).rejects.toMatchObject({ code: "23514" });
    await expect(
      hub.anObservation({ status: "SUPPRESSED", value: null, numerator: 3 }),
    ).rejects.toMatchObject({
      code: "23514",
    });
    await hub.anObservation({ status: "SUPPRESSED", value: null, reason: "SMALL_GROUP" });
    const [suppressed] = (await hub.observationsOf("IQP-06", '(campaign: "2024")')).filter(
      ({ vintage }) => vintage,
    );
    expect(suppressed).toMatchObject({ status: "SUPPRESSED", value: null, reason: "SMALL_GROUP" });
    expect(suppressed?.explanation).toMatch(/^Trop peu de bureaux/);
  });
});
