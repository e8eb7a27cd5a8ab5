import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../../test/harness/subgraph.js";
import { qualityIndicators } from "../index.js";

let database: TestDatabase;
let ask: Ask;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("reference");
  ({ ask, statements } = aSubgraph(qualityIndicators, database));
});
afterAll(() => database.drop());
beforeEach(() =>
  database.query(
    "TRUNCATE quality_indicators_published.observation, quality_indicators_published.vintage CASCADE",
  ),
);

interface Observed {
  indicator: string;
  campaign: string;
  period: { from: string; to: string; label: string };
  area: { level: string; code: string; name: { fr: string } | null };
  value: number | null;
  numerator: number | null;
  unit: string;
  basis: string;
  status: string;
  reason: string | null;
  explanation: string | null;
  english: string | null;
  origin: string;
  vintage: string | null;
  provenance: { document: string; edition: string | null; section: string; quote: string; method: string };
  contradictions: { id: string; kinds: string[]; resolution: string; sides: { value: string }[] }[];
}
const fields = `
  indicator campaign period { from to label } area { level code name { fr } } value numerator unit basis status
  reason explanation english: explanation(lang: EN) origin vintage provenance { document edition section quote method }
  contradictions { id kinds resolution sides { value section provenance { document quote } } }`;

const observationsOf = async (code: string, args = ""): Promise<Observed[]> => {
  const { data, errors } = await ask<{ qualityIndicator: { observations: Observed[] } }>(
    `{ qualityIndicator(code: "${code}") { observations${args} { ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.qualityIndicator.observations;
};

/** A publication of a campaign, numbered from 1. */
const aVintage = (number: number, publishedAt: string, campaign = "2024"): Promise<object[]> =>
  database.query(
    `INSERT INTO quality_indicators_published.vintage (code, campaign, number, published_at, reason)
     VALUES ($1, $2, $3, $4, '{"fr":"Publication","en":null,"status":"PROPOSED"}')`,
    [`${campaign}.${number}`, campaign, number, publishedAt],
  );

const anObservation = (given: object = {}): Promise<object[]> =>
  database.query(
    `INSERT INTO quality_indicators_published.observation (vintage, indicator, indicator_version, campaign, level,
       area, value, unit, numerator, denominator, basis, status, reason, origin, provenance, period)
     SELECT vintage, indicator, 1, campaign, level, area, value, 'PERSONS', numerator, denominator, 'PARTNERS_ACTIVE',
       status, reason, 'SYNTHETIC', provenance, period
     FROM jsonb_populate_record(NULL::quality_indicators_published.observation, $1)`,
    [
      JSON.stringify({
        vintage: "2024.1",
        indicator: "IQP-06",
        campaign: "2024",
        level: "PROVINCE",
        area: "QC",
        value: 892,
        status: "OBSERVED",
        provenance: {
          document: "HUB",
          edition: "2024.1",
          section: "IQP-06",
          quote: null,
          method: "PROGRAM",
          extractedAt: "2026-05-04",
          licence: "UNSTATED",
          status: "VERIFIED",
        },
        period: { from: "2023-11-01", to: "2024-05-31", label: "2024" },
        ...given,
      }),
    ],
  );

describe("the observations of an indicator", () => {
  it("gives 892 first for IQP-06 in 2024, 860 beside it, K2 with both sides on each, then the computed value", async () => {
    await aVintage(1, "2026-05-01T12:00:00Z");
    await anObservation();
    const found = await observationsOf("IQP-06", '(campaign: "2024")');
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
    const [first] = await observationsOf("IQP-06", '(campaign: "2024")');
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
    const found = await observationsOf("IQP-07", '(campaign: "2024")');
    expect(found.map(({ value, origin, provenance }) => [value, origin, provenance.method])).toEqual([
      [51.8, "COMPUTED", "PROGRAM"],
      [50.6, "COMPUTED", "PROGRAM"],
    ]);
  });

  it("says that a question was not asked, with its reason in both languages, and never zero", async () => {
    const found = await observationsOf("IQP-22", '(campaign: "2024")');
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
    const found = await observationsOf("IQP-11", '(campaign: "2024")');
    expect(found.find(({ status }) => status === "NOT_EXTRACTED")).toMatchObject({
      value: null,
      reason: "LOST_WITH_CHART",
      explanation: "Le graphique n'est pas dans le texte du document : valeur non extraite.",
      english: "The chart is not in the text of the document: value not extracted.",
    });
  });

  it("answers a campaign, or all when none is named", async () => {
    expect((await observationsOf("IQP-21")).map(({ campaign, value }) => [campaign, value])).toEqual([
      ["2019", 38],
    ]);
  });

  it("keeps the levels apart", async () => {
    await aVintage(1, "2026-05-01T12:00:00Z");
    await anObservation();
    await anObservation({ level: "HEALTH_REGION", area: "RSS-05", value: 40 });
    const found = await observationsOf("IQP-06", '(campaign: "2024", level: HEALTH_REGION)');
    expect(found.map(({ area, value }) => [area.code, value])).toEqual([["RSS-05", 40]]);
  });

  it.each(["31-12-2024", "2024-02-30", "demain"])("refuses %s as a day", async (day) => {
    const literal = await ask(
      `{ qualityIndicator(code: "IQP-06") { observations(asOf: "${day}") { value } } }`,
    );
    const variable = await ask(
      'query ($day: Date) { qualityIndicator(code: "IQP-06") { observations(asOf: $day) { value } } }',
      { day },
    );
    for (const { errors } of [literal, variable])
      expect(errors?.[0]?.extensions).toMatchObject({ code: "INVALID_ARGUMENT", family: "INVALID_INPUT" });
  });

  it("refuses the code of a campaign that does not exist, and says where it stands", async () => {
    const { errors } = await ask(
      '{ qualityIndicator(code: "IQP-06") { observations(campaign: "2031") { value } } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "UNKNOWN_CODE", place: "campaign" });
    expect(errors?.[0]?.message).toContain("2031");
  });

  it("sends as many statements for the 26 indicators as for one, and one for their observations", async () => {
    const selection = `{ code observations(campaign: "2024") { ${fields} } }`;
    await ask(`{ qualityIndicator(code: "IQP-06") ${selection} }`);
    const before = statements.length;
    await ask(`{ qualityIndicator(code: "IQP-06") ${selection} }`);
    const forOne = statements.slice(before);
    await ask(`{ qualityIndicators ${selection} }`);
    const forAll = statements.slice(before + forOne.length);
    expect(forAll).toHaveLength(forOne.length);
    expect(forAll.filter((sql) => sql.includes("quality_indicators_published.observation"))).toHaveLength(1);
  });
});

describe("the vintages of a campaign", () => {
  it("answers the last one, or the last one before the end of a day in Toronto", async () => {
    await aVintage(1, "2026-07-01T14:00:00Z");
    await aVintage(2, "2026-08-01T03:59:00Z"); // still 31 July in Toronto
    await anObservation({ vintage: "2024.1", value: 880 });
    await anObservation({ vintage: "2024.2", value: 890 });
    const computed = async (args: string): Promise<(number | null)[]> =>
      (await observationsOf("IQP-06", args)).filter(({ vintage }) => vintage).map(({ value }) => value);
    expect(await computed('(campaign: "2024")')).toEqual([890]);
    expect(await computed('(campaign: "2024", asOf: "2026-07-31")')).toEqual([890]);
    expect(await computed('(campaign: "2024", asOf: "2026-07-30")')).toEqual([880]);
    expect(await computed('(campaign: "2024", asOf: "2026-06-30")')).toEqual([]);
    const { data } = await ask('{ vintages(campaign: "2024", asOf: "2026-07-30") { code publishedAt } }');
    expect(data).toEqual({ vintages: [{ code: "2024.1", publishedAt: "2026-07-01T14:00:00.000Z" }] });
  });

  it("does not answer a figure before its document was published", async () => {
    expect(await observationsOf("IQP-06", '(campaign: "2024", asOf: "2024-10-31")')).toEqual([]);
    expect(await observationsOf("IQP-06", '(campaign: "2024", asOf: "2024-11-30")')).toHaveLength(2);
  });

  it("answers a withdrawn vintage without any value, with day and reason, also under asOf", async () => {
    await aVintage(1, "2026-05-01T12:00:00Z");
    await anObservation({ numerator: 3, denominator: 4 });
    await database.query(
      `UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = '2026-05-04T02:00:00Z',
       withdrawn_reason = '{"fr":"Erreur de calcul","en":"Computing error","status":"PROPOSED"}'`,
    );
    for (const args of ['(campaign: "2024")', '(campaign: "2024", asOf: "2026-05-02")']) {
      const [withdrawn] = (await observationsOf("IQP-06", args)).filter(({ vintage }) => vintage);
      expect(withdrawn).toMatchObject({
        status: "WITHDRAWN",
        value: null,
        numerator: null,
        reason: "VINTAGE_WITHDRAWN",
        explanation: "Édition 2024.1 retirée le 2026-05-03 : Erreur de calcul",
        english: "Vintage 2024.1 withdrawn on 2026-05-03: Computing error",
      });
    }
    const { data } = await ask(
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
    await aVintage(1, "2026-05-01T12:00:00Z");
    await aVintage(2, "2026-05-02T12:00:00Z");
    await anObservation({ vintage: "2024.1", value: 880 });
    await anObservation({ vintage: "2024.2", value: 890 });
    await database.query(
      "UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = now() WHERE number = 2",
    );
    const found = (await observationsOf("IQP-06", '(campaign: "2024")')).filter(({ vintage }) => vintage);
    expect(found.map(({ vintage, value, status }) => [vintage, value, status])).toEqual([
      ["2024.2", null, "WITHDRAWN"],
    ]);
  });

  it("is refused by the database when a suppressed value is there, only hidden", async () => {
    await aVintage(1, "2026-05-01T12:00:00Z");
    await expect(anObservation({ status: "SUPPRESSED" })).rejects.toMatchObject({ code: "23514" });
    await expect(anObservation({ status: "SUPPRESSED", value: null, numerator: 3 })).rejects.toMatchObject({
      code: "23514",
    });
    await anObservation({ status: "SUPPRESSED", value: null, reason: "SMALL_GROUP" });
    const [suppressed] = (await observationsOf("IQP-06", '(campaign: "2024")')).filter(
      ({ vintage }) => vintage,
    );
    expect(suppressed).toMatchObject({ status: "SUPPRESSED", value: null, reason: "SMALL_GROUP" });
    expect(suppressed?.explanation).toMatch(/^Trop peu de bureaux/);
  });
});

describe("the observations of a place", () => {
  const places = async (type: string, codes: string[], args: string) =>
    ask<{ _entities: { observations: Observed[] | null }[] }>(
      `query ($places: [_Any!]!) { _entities(representations: $places) { ... on ${type} { observations${args} { ${fields} } } } }`,
      { places: codes.map((code) => ({ __typename: type, code })) },
    );

  it("gives an establishment and a region their own values and no other's", async () => {
    await aVintage(1, "2026-05-01T12:00:00Z");
    await anObservation();
    await anObservation({ level: "ESTABLISHMENT", area: "chum", value: 12 });
    await anObservation({ level: "ESTABLISHMENT", area: "cusm", value: 13 });
    await anObservation({ level: "HEALTH_REGION", area: "RSS-06", value: 25 });
    const establishment = await places("Establishment", ["chum"], '(campaign: "2024")');
    const region = await places("HealthRegion", ["RSS-06"], '(campaign: "2024", indicator: "IQP-06")');
    const values = ({ data }: Awaited<ReturnType<typeof places>>) =>
      data!._entities.map(({ observations }) => observations?.map(({ value, area }) => [area.code, value]));
    expect(values(establishment)).toEqual([[["chum", 12]]]);
    expect(values(region)).toEqual([[["RSS-06", 25]]]);
  });

  it("says for a place too that a question was not asked", async () => {
    const { data } = await places("Establishment", ["chum"], '(campaign: "2024", indicator: "IQP-22")');
    expect(data!._entities[0]?.observations).toMatchObject([
      { status: "NOT_ASKED", area: { level: "ESTABLISHMENT", code: "chum" } },
    ]);
  });

  it("refuses an indicator or a campaign that does not exist", async () => {
    for (const [args, place] of [
      ['(campaign: "2024", indicator: "IQP-99")', "indicator"],
      ['(campaign: "1999")', "campaign"],
    ] as const) {
      const { errors } = await places("Establishment", ["chum"], args);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "UNKNOWN_CODE", place });
    }
  });

  it("sends as many statements for three places as for one", async () => {
    await aVintage(1, "2026-05-01T12:00:00Z");
    for (const area of ["chum", "cusm", "icm"]) await anObservation({ level: "ESTABLISHMENT", area });
    const before = statements.length;
    await places("Establishment", ["chum"], '(campaign: "2024")');
    const forOne = statements.length - before;
    await places("Establishment", ["chum", "cusm", "icm"], '(campaign: "2024")');
    expect(statements.length - before - forOne).toBe(forOne);
  });
});
