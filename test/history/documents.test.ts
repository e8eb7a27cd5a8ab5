import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { qualityIndicatorsReference } from "../../seeds/reference/quality-indicators.seed.js";
import { aDatabase, type TestDatabase } from "../harness/database.js";
import { changing, renamed, replant, type Row } from "../harness/replant.js";
import { everySubgraph, type Told } from "../harness/subgraph.js";

let database: TestDatabase;
let told: Told;
beforeAll(async () => {
  database = await aDatabase("demo");
  told = everySubgraph(database);
});
afterAll(() => database.drop());

describe("what documents print", () => {
  const outOn = (asOf: string, query: string, subgraph = "quality-indicators") =>
    told<Row[]>(subgraph, `query ($d: Date) { ${query} }`, { d: asOf });

  it("is told once its document is out: recommendations, and what a later report says of them", async () => {
    const query = "recommendations(asOf: $d) { code enrichments { code } crosswalk { relatedTo { code } } }";
    const [before, between, after] = [
      await outOn("2024-10-31", query),
      await outOn("2025-08-31", query),
      await outOn("2025-09-01", query),
    ];
    expect([before.length, between.length, after.length]).toEqual([0, 12, 17]);
    expect(between.flatMap(({ enrichments }) => enrichments as object[])).toEqual([]);
    expect(after.flatMap(({ enrichments }) => enrichments as object[]).length).toBeGreaterThan(0);
    const related = (rows: Row[]) =>
      rows.flatMap(({ crosswalk }) => (crosswalk as { relatedTo: object[] }).relatedTo);
    expect(related(between)).toEqual([]);
    expect(related(after).length).toBeGreaterThan(0);
    const one = (asOf: string) =>
      told("quality-indicators", 'query ($d: Date) { recommendation(code: "F1", asOf: $d) { code } }', {
        d: asOf,
      });
    expect([await one("2025-08-31"), await one("2025-09-01")]).toEqual([null, { code: "F1" }]);
  });

  it("is told once its document is out: answers on collaboration and names of offices", async () => {
    const names = "officeNameExamples(asOf: $d) { label }";
    const answers = "collaborations(asOf: $d) { provenance { document } }";
    const quotes = "collaborationIntensities(asOf: $d) { quotes { quote } }";
    const printed = async (asOf: string) => [
      (await outOn(asOf, names, "partners")).length > 0,
      (await outOn(asOf, answers, "user-committees")).some(
        ({ provenance }) => (provenance as { document: string }).document === "P",
      ),
      (await outOn(asOf, quotes, "user-committees")).some((row) => (row.quotes as object[]).length > 0),
    ];
    expect(await printed("2024-10-31")).toEqual([false, false, false]);
    expect(await printed("2025-12-31")).toEqual([true, true, true]);
  });

  it("follows below: a figure's contradictions are those with two sides out by then", async () => {
    const query = "publishedFigures(asOf: $d) { contradictions { sides { provenance { document } } } }";
    const sides = async (asOf: string) =>
      (await outOn(asOf, query)).flatMap(({ contradictions }) =>
        (contradictions as { sides: { provenance: { document: string } }[] }[]).map((one) => one.sides),
      );
    const [then, now] = [await sides("2025-08-31"), await sides("2026-01-01")];
    expect(then.flat().filter(({ provenance }) => provenance.document === "F")).toEqual([]);
    expect(then.length).toBeGreaterThan(0);
    expect(then.every((both) => both.length >= 2)).toBe(true);
    expect(now.length).toBeGreaterThan(then.length);
  });

  it("keeps the reading of that day: a figure and its indicator, corrected since", async () => {
    const reference = qualityIndicatorsReference();
    const figure = reference.beds
      .find(({ table }) => table.endsWith(".published_figure"))!
      .rows.map((row) => row as Row)
      .find((row) => row.indicator === "IQP-06" && row.value !== null && row.campaign === "2024")!;
    const on = (at: string, table: string, edit: (rows: readonly Row[]) => object[]) =>
      replant(database, reference, `quality_indicators_published.${table}`, edit, new Date(at));
    await on("2026-06-02T15:00:00Z", "published_figure", changing(String(figure.code), { value: 12345 }));
    const answer = (asOf: string | null) =>
      told<{ observations: { value: number | null; qualityIndicator: { name: { fr: string } } }[] }>(
        "quality-indicators",
        'query ($d: Date) { qualityIndicator(code: "IQP-06", asOf: $d) { name { fr } observations(campaign: "2024") { value qualityIndicator { name { fr } } } } }',
        { d: asOf },
      );
    const values = async (asOf: string | null) => (await answer(asOf)).observations.map(({ value }) => value);
    expect(await values(null)).toContain(12345);
    expect(await values("2026-06-02")).toContain(12345);
    expect(await values("2026-06-01")).not.toContain(12345);
    expect(await values("2026-06-01")).toContain(figure.value);

    await on("2026-06-12T15:00:00Z", "indicator", changing("IQP-06", { name: renamed("Nouveau nom") }));
    const nameOf = async (asOf: string) => (await answer(asOf)).observations[0]?.qualityIndicator.name.fr;
    expect(await nameOf("2026-06-12")).toBe("Nouveau nom");
    expect(await nameOf("2026-06-11")).not.toBe("Nouveau nom");
  });
});
