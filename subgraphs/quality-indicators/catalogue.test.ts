import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReference } from "../../seeds/planting.js";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../test/harness/subgraph.js";
import { qualityIndicators } from "./index.js";

let database: TestDatabase;
let ask: Ask;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("reference");
  ({ ask, statements } = aSubgraph(qualityIndicators, database));
});
afterAll(() => database.drop());

const answer = async <Answer>(query: string): Promise<Answer> => {
  const { data, errors } = await ask<Record<string, never>>(query);
  expect(errors).toBeUndefined();
  return data as Answer;
};

interface Place {
  document: string;
  section: string;
  quote: string;
}

describe("the catalogue of indicators", () => {
  it("holds the 26 indicators, each with its words, its measure, its caveats, its source and no judgement", async () => {
    const { qualityIndicators: found } = await answer<{ qualityIndicators: Record<string, never>[] }>(`{
      qualityIndicators {
        code version name { fr en status } plain { fr } definition { fr } numeratorDefinition { fr }
        denominatorDefinition { fr } basis unit valueType polarity frequency sphere level origin askedIn
        caveats { fr } categories { code label { fr } } coConstruction { status }
        recommendationLinks { code } questions provenance { document section quote }
      }
    }`);
    expect(found.map(({ code }) => code)).toEqual(
      Array.from({ length: 26 }, (_, index) => `IQP-${String(index + 1).padStart(2, "0")}`),
    );
    for (const indicator of found) {
      expect(indicator).toMatchObject({
        polarity: "NO_JUDGEMENT",
        coConstruction: { status: "NONE_RECORDED" },
      });
      for (const filled of ["caveats", "recommendationLinks", "askedIn"])
        expect(indicator[filled]).not.toHaveLength(0);
    }
  });

  it("gives the sectors, plans and activities of IQP-16, 17 and 18 a name each", async () => {
    const { qualityIndicators: found } = await answer<{
      qualityIndicators: { code: string; categories: { code: string; label: { fr: string } }[] }[];
    }>("{ qualityIndicators { code categories { code label { fr } } } }");
    const categories = Object.fromEntries(found.map((indicator) => [indicator.code, indicator.categories]));
    const printed =
      readReference<{ indicator: string | null; category: string | null }[]>("published-figures.json");
    for (const { indicator, category } of printed)
      if (indicator !== null && category !== null)
        expect(categories[indicator]?.map(({ code }) => code)).toContain(category);
  });

  it("finds an indicator by words without accents", async () => {
    const { qualityIndicators: found } = await answer<{ qualityIndicators: { code: string }[] }>(
      '{ qualityIndicators(search: "regions sociosanitaires") { code } }',
    );
    expect(found.map(({ code }) => code)).toEqual(["IQP-02"]);
  });

  it("answers nothing for the code of no indicator and of no recommendation", async () => {
    expect(
      await answer('{ qualityIndicator(code: "IQP-99") { code } recommendation(code: "P13") { code } }'),
    ).toEqual({ qualityIndicator: null, recommendation: null });
  });
});

describe("the published figures", () => {
  interface Figure {
    code: string;
    indicator: string | null;
    qualityIndicator: { code: string } | null;
    unit: string;
    basis: string;
    provenance: Place;
  }
  const figures = async (args = ""): Promise<Figure[]> =>
    (
      await answer<{ publishedFigures: Figure[] }>(
        `{ publishedFigures${args} { code indicator qualityIndicator { code } unit basis provenance { document section quote } } }`,
      )
    ).publishedFigures;

  it("are all there, in order, with their document, section and exact quote", async () => {
    const written = readReference<{ code: string; provenance: Place }[]>("published-figures.json");
    const expected = written.map(({ code, provenance: { document, section, quote } }) => [
      code,
      { document, section, quote },
    ]);
    const found = await figures();
    expect(found.map(({ code, provenance }) => [code, provenance])).toEqual(expected);
    expect(found.length).toBeGreaterThan(100);
    for (const { unit, basis, provenance } of found)
      for (const part of [unit, basis, provenance.document, provenance.section, provenance.quote])
        expect(part).not.toBe("");
  });

  it("carry their indicator, or nothing when none measures them", async () => {
    const found = await figures();
    for (const { indicator, qualityIndicator } of found)
      expect(qualityIndicator).toEqual(indicator === null ? null : { code: indicator });
    expect(found.some(({ indicator }) => indicator === null)).toBe(true);
  });

  it("can be asked of one source, and of no source that does not exist", async () => {
    const found = await figures('(source: "W")');
    expect(new Set(found.map(({ provenance }) => provenance.document))).toEqual(new Set(["W"]));
    const { errors } = await ask('{ publishedFigures(source: "X") { code } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: "UNKNOWN_CODE", place: "source" });
  });

  it("can be asked as they were on a day: before the Portrait came out, only what was printed earlier", async () => {
    const documents = async (day: string): Promise<Set<string>> =>
      new Set((await figures(`(asOf: "${day}")`)).map(({ provenance }) => provenance.document));
    expect(await documents("2024-10-31")).toEqual(new Set(["S", "W"]));
    expect(await documents("2024-11-30")).toEqual(new Set(["P", "S", "W"]));
    expect(await figures('(source: "F", asOf: "2024-11-30")')).toEqual([]);
  });

  it("send four statements with their indicators and contradictions, whatever their number", async () => {
    const count = async (source: string): Promise<number> => {
      const before = statements.length;
      await ask(
        `{ publishedFigures(source: "${source}") { code qualityIndicator { code } contradictions { id } } }`,
      );
      return statements.length - before;
    };
    expect(await count("P")).toBe(4);
    expect(await count("F")).toBeLessThanOrEqual(4);
  });
});

describe("the contradictions", () => {
  it("are the 25, each with at least two sides, each side with its document, section and quote", async () => {
    const { contradictions } = await answer<{
      contradictions: {
        id: string;
        kinds: string[];
        sides: { value: string; section: string; figure: string | null; provenance: Place }[];
      }[];
    }>(
      "{ contradictions { id kinds resolution title { fr en } note { fr } sides { value section figure provenance { document section quote } } } }",
    );
    expect(contradictions.map(({ id }) => id)).toEqual(
      Array.from({ length: 25 }, (_, index) => `K${String(index + 1)}`),
    );
    for (const { kinds, sides } of contradictions) {
      expect(kinds.length).toBeGreaterThan(0);
      expect(sides.length).toBeGreaterThanOrEqual(2);
      for (const { value, section, provenance } of sides) {
        expect(section).toBe(provenance.section);
        for (const part of [value, section, provenance.document, provenance.quote]) expect(part).toBeTruthy();
      }
    }
  });

  it("exist once two of their sides are printed", async () => {
    const before = await answer<{ contradictions: { id: string; sides: { provenance: Place }[] }[] }>(
      '{ contradictions(asOf: "2025-08-31") { id sides { provenance { document section quote } } } }',
    );
    const ids = before.contradictions.map(({ id }) => id);
    expect(ids).toContain("K2");
    expect(ids).not.toContain("K15");
    expect(
      before.contradictions.flatMap(({ sides }) => sides.map(({ provenance }) => provenance.document)),
    ).not.toContain("F");
  });

  it("are named by figures that exist, and name figures that exist", async () => {
    const written = readReference<{ code: string; contradictions: string[] }[]>("published-figures.json");
    const codes = new Set(written.map(({ code }) => code));
    const { contradictions } = await answer<{
      contradictions: { id: string; sides: { figure: string | null }[] }[];
    }>("{ contradictions { id sides { figure } } }");
    const ids = new Set(contradictions.map(({ id }) => id));
    for (const named of written.flatMap((figure) => figure.contradictions)) expect(ids).toContain(named);
    for (const { figure } of contradictions.flatMap(({ sides }) => sides))
      if (figure !== null) expect(codes).toContain(figure);
  });
});

describe("the recommendations", () => {
  it("are the 12 of the Portrait and the 5 of the position statement, their progress unknown", async () => {
    const { recommendations } = await answer<{
      recommendations: {
        code: string;
        wordings: { text: string; provenance: Place }[];
        progress: object;
        linkedIndicators: { code: string }[];
      }[];
    }>(`{ recommendations {
      code text { fr } wordings { text provenance { document section quote } } enrichments { code text { fr } sections }
      addressees { label { fr } provenance { quote } } progress { status actor evidence { fr } date }
      linkedIndicators { code } provenance { document section quote }
    } }`);
    expect(recommendations.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `P${String(index + 1)}`),
      ...Array.from({ length: 5 }, (_, index) => `F${String(index + 1)}`),
    ]);
    for (const { progress, wordings, linkedIndicators } of recommendations) {
      expect(progress).toEqual({ status: "UNKNOWN", actor: null, evidence: null, date: null });
      expect(wordings.length).toBeGreaterThanOrEqual(2);
      expect(linkedIndicators.length).toBeGreaterThan(0);
    }
  });

  it("of a document are not answered before it came out", async () => {
    const { recommendations } = await answer<{ recommendations: { code: string }[] }>(
      '{ recommendations(asOf: "2025-08-31") { code } }',
    );
    expect(recommendations.map(({ code }) => code[0])).toEqual(Array.from({ length: 12 }, () => "P"));
  });

  it("answer each other across the two documents, and leave P12 and F3 without a counterpart", async () => {
    const { recommendations } = await answer<{
      recommendations: { code: string; crosswalk: { relatedTo: { code: string }[]; status: string } }[];
    }>("{ recommendations { code crosswalk { relatedTo { code } status } } }");
    const related = new Map(
      recommendations.map(({ code, crosswalk }) => [code, crosswalk.relatedTo.map((other) => other.code)]),
    );
    for (const [code, others] of related)
      for (const other of others) expect(related.get(other)).toContain(code);
    expect(related.get("P10")).toEqual(["F5"]);
    expect([...related].filter(([, others]) => others.length === 0).map(([code]) => code)).toEqual([
      "P12",
      "F3",
    ]);
  });

  it("bring the centralised platform that everyone can reach, with where it is said", async () => {
    const { recommendation } = await answer<{
      recommendation: { enrichments: { code: string; sections: string[]; text: { fr: string } }[] };
    }>('{ recommendation(code: "F5") { enrichments { code sections text { fr } } } }');
    expect(recommendation.enrichments.find(({ code }) => code === "F5.2")).toEqual({
      code: "F5.2",
      sections: ["E", "A"],
      text: { fr: "Centraliser les données recueillies sur une plateforme Santé Québec accessible à tous." },
    });
  });
});

describe("the campaigns and the sources", () => {
  it("give each campaign its period, who answers, of whom its shares are shares, and no vintage before one is published", async () => {
    const { campaigns } = await answer<{ campaigns: object[] }>(
      "{ campaigns { code title { fr } period { from to label } basis base stockDate note { fr } vintages { code } } }",
    );
    expect(campaigns).toMatchObject([
      { code: "2019", basis: "ESTABLISHMENTS", base: "RESPONDENTS", stockDate: null, vintages: [] },
      {
        code: "2024",
        basis: "RESPONDENTS",
        base: "RESPONDENTS",
        period: { from: "2023-11-01", to: "2024-05-31" },
      },
      { code: "2025-2026", basis: "OFFICES", base: "OFFICES", stockDate: "2026-03-31", vintages: [] },
    ]);
  });

  it("refuse the vintages of a campaign that does not exist", async () => {
    const { errors } = await ask('{ vintages(campaign: "2031") { code } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: "UNKNOWN_CODE", place: "campaign" });
  });

  it("name the five documents and the outside lists with their licences", async () => {
    const { sources } = await answer<{ sources: { code: string; licence: string }[] }>(
      "{ sources { code title { fr } edition authors publishedOn language licence licenceNote { fr } } }",
    );
    expect(sources.map(({ code, licence }) => [code, licence])).toEqual([
      ["P", "UNSTATED"],
      ["F", "CC BY-NC"],
      ["W", "UNSTATED"],
      ["T", "UNSTATED"],
      ["S", "UNSTATED"],
      ["OUTSIDE", "UNSTATED"],
    ]);
  });
});
