import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anObservedHub, fields, type ObservedHub } from "./testing/observed-hub.js";

let hub: ObservedHub;
beforeAll(async () => {
  hub = await anObservedHub();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

describe("the observations of an indicator", () => {
  it("gives 892 first for IQP-06 in 2024, 860 beside it, K2 with both sides on each, then the computed value", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.anObservation();
    const found = await hub.observationsOf("IQP-06", '(campaign: "2024")');
    expect(found.map(({ value, origin, vintage }) => [value, origin, vintage])).toEqual([
      [892, "PUBLISHED", null],
      [860, "PUBLISHED", null],
      [892, "SYNTHETIC", "2024.1"],
    ]);
    expect(found.map(({ contradictions }) => contradictions.map(({ id }) => id))).toEqual([
      ["K2"],
      ["K2"],
      [],
    ]);
    expect(found[0]?.contradictions[0]).toMatchObject({
      kinds: ["VALUE"],
      resolution: "OPEN",
      sides: [{ value: "860" }, { value: "892" }],
    });
  });

  it("gives every value of the documents its unit, base, period, area, document, edition, section and quote", async () => {
    const [first] = await hub.observationsOf("IQP-06", '(campaign: "2024")');
    expect(first).toMatchObject({
      unit: "PERSONS",
      basis: "PARTNERS_ACTIVE",
      period: { from: "2023-11-01", to: "2024-05-31" },
      area: { level: "PROVINCE", code: "QC", name: { fr: "Québec" } },
      status: "OBSERVED",
      reason: null,
      provenance: {
        document: "P",
        edition: "Novembre 2024",
        quote: "Nombre total d'usagers actifs : 892",
        method: "MANUAL",
      },
    });
  });

  it("does not pass off the hub's arithmetic as a printed figure", async () => {
    const found = await hub.observationsOf("IQP-07", '(campaign: "2024")');
    expect(found.map(({ value, origin, provenance }) => [value, origin, provenance.method])).toEqual([
      [51.8, "COMPUTED", "PROGRAM"],
      [50.6, "COMPUTED", "PROGRAM"],
    ]);
  });

  it("says that a question was not asked, with its reason in both languages, and never zero", async () => {
    const found = await hub.observationsOf("IQP-22", '(campaign: "2024")');
    expect(found).toMatchObject([
      {
        status: "NOT_ASKED",
        value: null,
        reason: "NOT_ASKED_IN_CAMPAIGN",
        explanation: "La question n'a pas été posée dans cette campagne.",
        english: "The question was not asked in this campaign.",
        area: { code: "QC" },
        provenance: { document: "P" },
      },
    ]);
  });

  it("says that a value was lost with its chart, and why", async () => {
    const found = await hub.observationsOf("IQP-11", '(campaign: "2024")');
    expect(found.find(({ status }) => status === "NOT_EXTRACTED")).toMatchObject({
      value: null,
      reason: "LOST_WITH_CHART",
      explanation: "Le graphique n'est pas dans le texte du document : valeur non extraite.",
      english: "The chart is not in the text of the document: value not extracted.",
    });
  });

  it("answers a campaign, or all when none is named", async () => {
    expect((await hub.observationsOf("IQP-21")).map(({ campaign, value }) => [campaign, value])).toEqual([
      ["2019", 38],
    ]);
  });

  it("keeps the levels apart", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.anObservation();
    await hub.anObservation({ level: "HEALTH_REGION", area: "RSS-05", value: 40 });
    const found = await hub.observationsOf("IQP-06", '(campaign: "2024", level: HEALTH_REGION)');
    expect(found.map(({ area, value }) => [area.code, value])).toEqual([["RSS-05", 40]]);
  });

  it.each(["31-12-2024", "2024-02-30", "demain"])("refuses %s as a day", async (day) => {
    const literal = await hub.ask(
      `{ qualityIndicator(code: "IQP-06") { observations(asOf: "${day}") { value } } }`,
    );
    const variable = await hub.ask(
      'query ($day: Date) { qualityIndicator(code: "IQP-06") { observations(asOf: $day) { value } } }',
      { day },
    );
    for (const { errors } of [literal, variable])
      expect(errors?.[0]?.extensions).toMatchObject({ code: "INVALID_ARGUMENT", family: "INVALID_INPUT" });
  });

  it("refuses the code of a campaign that does not exist, and says where it stands", async () => {
    const { errors } = await hub.ask(
      '{ qualityIndicator(code: "IQP-06") { observations(campaign: "2031") { value } } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "UNKNOWN_CODE", place: "campaign" });
    expect(errors?.[0]?.message).toContain("2031");
  });

  it("sends as many statements for the 26 indicators as for one, and one for their observations", async () => {
    const selection = `{ code observations(campaign: "2024") { ${fields} } }`;
    await hub.ask(`{ qualityIndicator(code: "IQP-06") ${selection} }`);
    const before = hub.statements.length;
    await hub.ask(`{ qualityIndicator(code: "IQP-06") ${selection} }`);
    const forOne = hub.statements.slice(before);
    await hub.ask(`{ qualityIndicators ${selection} }`);
    const forAll = hub.statements.slice(before + forOne.length);
    expect(forAll).toHaveLength(forOne.length);
    expect(forAll.filter((sql) => sql.includes("quality_indicators_published.observation"))).toHaveLength(1);
  });
});
