import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSteward } from "../../../test/harness/subgraph.js";
import { shareInPercent } from "../computation/rounding.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

interface Percentage {
  indicator: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  basis: string;
}

describe("a percentage that the hub publishes (V28)", () => {
  it.each(["2024", "2025-2026"])(
    "has its numerator, its denominator and whom they count, and one decimal: %s",
    async (campaign) => {
      if (campaign === "2025-2026") {
        const { errors } = await hub.ask(
          'mutation { publishCampaign(campaign: "2025-2026", reason: "Première publication") { vintage } }',
          {},
          aSteward("steward:publish"),
        );
        expect(errors).toBeUndefined();
      }
      const published = await hub.database.query<Percentage>(
        `SELECT indicator, value, numerator, denominator, basis FROM quality_indicators_published.observation
         WHERE campaign = $1 AND unit = 'PERCENT' AND status = 'OBSERVED'`,
        [campaign],
      );
      expect(published.length).toBeGreaterThan(20);
      for (const { value, numerator, denominator } of published) {
        expect([numerator, denominator]).not.toContain(null);
        expect(denominator).toBeGreaterThan(0);
        expect(value).toBe(shareInPercent(numerator!, denominator!));
      }
      expect(published.filter(({ basis }) => basis === "UNKNOWN")).toEqual([]);
    },
  );
});
