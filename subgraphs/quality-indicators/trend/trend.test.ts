import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anObservedHub, type ObservedHub } from "../observation/testing/observed-hub.js";

let hub: ObservedHub;
beforeAll(async () => {
  hub = await anObservedHub();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

interface Trend {
  status: string;
  direction: string | null;
  reasons: { code: string; campaigns: string[]; text: { fr: string; en: string } }[];
  points: {
    campaign: string;
    choice: { fr: string; en: string };
    observation: { value: number | null; status: string; contradictions: { id: string }[] };
    others: { value: number | null }[];
  }[];
}
const ask = (code: string, args: string) =>
  hub.ask<{ qualityIndicator: { trend: Trend } }>(
    `{ qualityIndicator(code: "${code}") { trend${args} { status direction reasons { code campaigns text { fr en } }
       points { campaign choice { fr en } observation { value status contradictions { id } } others { value } } } } }`,
  );
const trendOf = async (code: string, args = ""): Promise<Trend> => {
  const { data, errors } = await ask(code, args);
  expect(errors).toBeUndefined();
  return data!.qualityIndicator.trend;
};
const codesOf = ({ reasons }: Trend): string[] => reasons.map(({ code }) => code);

describe("the trend of an indicator", () => {
  it.each(["IQP-06", "IQP-21", "IQP-04"])(
    "from 2019 to 2024 cannot be calculated: two points, another definition, another population (%s)",
    async (code) => {
      const trend = await trendOf(code, '(campaigns: ["2024", "2019"])');
      expect(trend).toMatchObject({ status: "CANNOT_BE_CALCULATED", direction: null });
      expect(trend.points.map(({ campaign }) => campaign)).toEqual(["2019", "2024"]);
      expect(codesOf(trend)).toEqual([
        "TOO_FEW_POINTS",
        "NOT_ASKED",
        "DEFINITION_DIFFERS",
        "POPULATION_DIFFERS",
      ]);
      for (const { text } of trend.reasons) expect([text.fr, text.en]).not.toContain("");
    },
  );

  it("from 2024 to 2025-2026 cannot be calculated for a share: its base changed", async () => {
    const before = await trendOf("IQP-04", '(campaigns: ["2024", "2025-2026"])');
    expect(codesOf(before)).toEqual(["TOO_FEW_POINTS", "NO_VALUE", "BASE_CHANGED"]);
    await hub.aVintage(1, "2026-05-01T12:00:00Z", "2025-2026");
    const share = { vintage: "2025-2026.1", campaign: "2025-2026", indicator: "IQP-04", unit: "PERCENT" };
    await hub.anObservation({ ...share, basis: "OFFICES", value: 65, numerator: 13, denominator: 20 });
    const after = await trendOf("IQP-04");
    expect(after.points.map(({ observation }) => observation.value)).toEqual([60, 65]);
    expect(codesOf(after)).toEqual(["TOO_FEW_POINTS", "BASE_CHANGED"]);
  });

  it("says which value it takes where the documents differ, and keeps the others and the contradiction", async () => {
    const [point] = (await trendOf("IQP-06", '(campaigns: ["2024"])')).points;
    expect(point).toMatchObject({
      observation: { value: 892, contradictions: [{ id: "K2" }] },
      others: [{ value: 860 }],
    });
    expect(point!.choice.fr).toMatch(
      /^La valeur retenue est 892 \(P, Annexe 3.*d'autres sont dites : 860 \(P, /,
    );
    expect(point!.choice.en).toContain("860");
  });

  it("asks for a category where the indicator has several, and takes it", async () => {
    expect(codesOf(await trendOf("IQP-18", '(campaigns: ["2024"])'))).toContain("CATEGORY_NEEDED");
    const recruiting = await trendOf("IQP-18", '(campaigns: ["2024"], category: "RECRUIT")');
    expect(codesOf(recruiting)).toEqual(["TOO_FEW_POINTS"]);
    expect(recruiting.points[0]!.observation.value).toBe(93);
  });

  it("refuses a campaign that does not exist", async () => {
    const { errors } = await ask("IQP-06", '(campaigns: ["1999"])');
    expect(errors?.[0]?.extensions).toMatchObject({ code: "UNKNOWN_CODE", place: "campaign" });
  });

  describe("over three campaigns that compare", () => {
    const years = ["2031", "2032", "2033"];
    beforeAll(async () => {
      for (const year of years)
        await hub.database.query(
          `INSERT INTO quality_indicators_published.campaign (code, title, period, basis, base, note)
           SELECT $1, title, jsonb_build_object('from', $1 || '-04-01', 'to', null, 'label', $1), 'OFFICES', 'OFFICES', note
           FROM quality_indicators_published.campaign WHERE code = '2025-2026'`,
          [year],
        );
      await hub.database.query(
        "UPDATE quality_indicators_published.indicator SET asked_in = asked_in || $1::text[] WHERE code = 'IQP-06'",
        [years],
      );
    });

    it.each([
      [[40, 45, 50], "RISING"],
      [[50, 45, 40], "FALLING"],
      [[40, 40, 40], "STABLE"],
      [[40, 50, 45], "MIXED"],
    ])("tells the direction of %j: %s", async (values, direction) => {
      for (const [index, year] of years.entries()) {
        await hub.aVintage(1, "2034-05-01T12:00:00Z", year);
        await hub.anObservation({ vintage: `${year}.1`, campaign: year, value: values[index] });
      }
      const trend = await trendOf("IQP-06", `(campaigns: ${JSON.stringify(years)})`);
      expect(trend).toMatchObject({ status: "OBSERVED", direction, reasons: [] });
    });

    it("tells none when the definition rose by a version on the way", async () => {
      for (const year of years) {
        await hub.aVintage(1, "2034-05-01T12:00:00Z", year);
        await hub.anObservation({ vintage: `${year}.1`, campaign: year });
      }
      await hub.database.query(
        "UPDATE quality_indicators_published.observation SET indicator_version = 2 WHERE campaign = '2033'",
      );
      const trend = await trendOf("IQP-06", `(campaigns: ${JSON.stringify(years)})`);
      expect(codesOf(trend)).toEqual(["DEFINITION_DIFFERS"]);
    });

    it("tells none over a break that lies between two points", async () => {
      await hub.database.query(
        `UPDATE quality_indicators_published.campaign
         SET breaks = '[{"with": "2031", "reasons": ["POPULATION_DIFFERS"]}]' WHERE code = '2032'`,
      );
      const trend = await trendOf("IQP-06", '(campaigns: ["2031", "2033"])');
      expect(codesOf(trend)).toContain("POPULATION_DIFFERS");
      const apart = await trendOf("IQP-06", '(campaigns: ["2032", "2033"])');
      expect(codesOf(apart)).not.toContain("POPULATION_DIFFERS");
    });

    it("tells each break with the two campaigns that it lies between", async () => {
      await hub.database.query(
        `UPDATE quality_indicators_published.campaign
         SET breaks = jsonb_build_array(jsonb_build_object(
           'with', (code::integer - 1)::text, 'reasons', '["POPULATION_DIFFERS"]'::jsonb)) WHERE code IN ('2032', '2033')`,
      );
      const { reasons } = await trendOf("IQP-06", `(campaigns: ${JSON.stringify(years)})`);
      const broken = reasons.filter(({ code }) => code === "POPULATION_DIFFERS");
      expect(broken.map(({ campaigns }) => campaigns)).toEqual([
        ["2031", "2032"],
        ["2032", "2033"],
      ]);
    });
  });
});
