import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

const publication = 'mutation { publishCampaign(campaign: "2025-2026", reason: "Publication") { vintage } }';

let hub: TestHub;
let beforePublication: string;
beforeAll(async () => {
  hub = await aHub("in process");
  beforePublication = await read("/regions");
  const { errors } = await hub.ask(publication, { account: "steward:publish" });
  expect(errors).toBeUndefined();
}, 120_000);
afterAll(() => hub?.close());

const read = async (path: string): Promise<string> => (await fetch(`${hub.address}${path}`)).text();
const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/[\s\u00a0\u202f]+/g, " ");
const section = (html: string, id: string): string =>
  words(new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, "s").exec(html)?.[0] ?? "");

interface Tile {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly value: string | null;
}
const tilesOf = (html: string): Tile[] =>
  [...html.matchAll(/<a class="tile ([^"]*)"[^>]*>/g)].map(([tag, kind = ""]) => ({
    kind,
    name: /aria-label="([^"]*)"/.exec(tag)?.[1]?.replace(/\u00a0/g, " ") ?? "",
    code: /data-code="([^"]*)"/.exec(tag)?.[1] ?? "",
    value: /data-value="([^"]*)"/.exec(tag)?.[1] ?? null,
  }));

const publishedRows = (indicator: string) =>
  hub.database.query<{ area: string; value: number | null; status: string }>(
    `SELECT area, value, status FROM quality_indicators_published.observation
     WHERE campaign = '2025-2026' AND level = 'HEALTH_REGION' AND indicator = $1 ORDER BY area`,
    [indicator],
  );

describe("the map of the regions", () => {
  it("names each of the 18 regions once, with its value or that it is hidden, as the published table has it", async () => {
    const rows = await publishedRows("IQP-06");
    expect(rows).toHaveLength(18);
    const tiles = tilesOf(await read("/regions?indicateur=IQP-06"));
    expect(tiles.map(({ code }) => code).sort()).toEqual(rows.map(({ area }) => area));
    for (const { area, value, status } of rows) {
      const tile = tiles.find(({ code }) => code === area);
      expect([area, tile?.value ?? null]).toEqual([area, value === null ? null : String(value)]);
      expect([area, tile?.kind.split(" ")[0]]).toEqual([
        area,
        status === "SUPPRESSED" ? "masked" : "class-1",
      ]);
    }
    const montreal = rows.find(({ area }) => area === "RSS-06")?.value;
    expect(tiles.find(({ code }) => code === "RSS-06")?.name).toBe(
      `Montréal (RSS-06) : ${montreal} personnes`,
    );
    expect(tiles.find(({ code }) => code === "RSS-05")?.name).toBe(
      "Estrie (RSS-05) : masqué pour protéger les personnes",
    );
  });

  it("is the same in English, in English words", async () => {
    const tiles = tilesOf(await read("/en/regions?indicator=IQP-06"));
    expect(tiles).toHaveLength(18);
    expect(tiles.find(({ code }) => code === "RSS-05")?.name).toBe(
      "Estrie (RSS-05): hidden to protect people",
    );
  });

  it("has the same values in the table behind it, and the reason of each that is hidden", async () => {
    const html = await read("/regions?indicateur=IQP-06");
    const rows = [...html.matchAll(/<tr data-code="([^"]*)">(.*?)<\/tr>/gs)];
    expect(rows).toHaveLength(18);
    for (const [, code, row = ""] of rows) {
      const [, cell = ""] = row.split(/<td>/);
      const shown = /<data [^>]*value="([^"]*)"/.exec(cell)?.[1] ?? null;
      expect([code, shown]).toEqual([code, tilesOf(html).find((tile) => tile.code === code)?.value ?? null]);
      if (shown === null) expect(words(cell)).toContain("Trop peu de bureaux ou de personnes");
    }
  });

  it("reads a chosen region in large, with its group and all of Québec beside, and says the basis, source and vintage", async () => {
    const own = section(await read("/regions?indicateur=IQP-06&region=RSS-05"), "value-tile");
    for (const told of [
      "Estrie (RSS-05)",
      "Masquée pour protéger les personnes",
      "Période 2025-2026",
      "usagers partenaires actifs dans des projets",
      "Édition des données 2025-2026.1",
      "Groupe de régions : Centre et Ouest du Québec",
      "Tout le Québec",
      "536 personnes",
    ])
      expect(own).toContain(told);
  });

  it("offers the categories and the bases of an indicator where it has several", async () => {
    expect(await read("/regions?indicateur=IQP-06")).not.toContain('name="categorie"');
    const bands = await read("/regions?indicateur=IQP-11&categorie=GT250K");
    expect(bands).toContain('<option value="GT250K" selected>');
    const shares = await read("/regions?indicateur=IQP-01&base=ESTABLISHMENTS_QUESTIONNAIRE");
    expect(shares).toContain('<option value="ESTABLISHMENTS_QUESTIONNAIRE" selected>');
    expect(tilesOf(shares)).toHaveLength(18);
  });

  it("tells what the printed lists of 2024 say of each region while no figure has a value by region", async () => {
    const rows = await hub.database.query<{ region: string; count: number }>(
      `SELECT region, count(*) FILTER (WHERE represented_2024 = 'YES')::integer AS count
       FROM establishments_published.establishment GROUP BY region ORDER BY region`,
    );
    expect(words(beforePublication)).toContain("Aucun indicateur n'a de valeur par région en ce moment");
    for (const html of [beforePublication, await read("/regions?indicateur=REGISTER")]) {
      const shown = tilesOf(html).map(({ code, value }) => ({ region: code, count: Number(value) }));
      expect(shown.sort((one, other) => (one.region < other.region ? -1 : 1))).toEqual(rows);
      expect(words(html)).toContain("26 établissements parmi ceux qui ont répondu, 7 parmi ceux");
      expect(html).toContain('href="/contradictions#K7"');
    }
    const montreal = section(await read("/en/regions?indicator=REGISTER&region=RSS-06"), "value-tile");
    expect(montreal).toContain("8 establishments of 10");
    // Once something is published by region, it comes first.
    expect(words(await read("/regions"))).toContain("Données annuelles 2025-2026");
  });

  it("says why it is empty: published for Québec only, or not asked", async () => {
    const only = await read("/regions?indicateur=IQP-06&campagne=2024");
    expect(words(only)).toContain("ne sont publiées que pour tout le Québec");
    expect(tilesOf(only).map(({ kind }) => kind.split(" ")[0])).toEqual(Array(18).fill("absent"));
    expect(words(only)).toContain("892 personnes");
    expect(words(await read("/regions?indicateur=IQP-06&campagne=2019"))).toContain(
      "La question n'a pas été posée dans cette campagne",
    );
  });
});

describe("the page of a region", () => {
  it("says of the Estrie that each value is hidden and why, with its group's and Québec's beside", async () => {
    const html = await read("/regions/RSS-05");
    const text = words(html);
    expect(text).toContain("Au moins un établissement de la région y a répondu.");
    expect(text).toContain("aucune valeur montrée, 75 masquées.");
    expect(text).toContain("trop peu de bureaux de la région ont répondu");
    expect(html).toContain('href="/etablissements/ciusss-estrie-chus"');
    const [active = ""] = /<tr data-indicator="IQP-06">.*?<\/tr>/s.exec(html) ?? [];
    const [, here = "", , province = ""] = active.split(/<td>/);
    expect(words(here)).toContain("Trop peu de bureaux ou de personnes pour publier cette valeur");
    expect(words(province)).toContain("536 personnes");
  });

  it("shows the values of Montréal as the published table has them", async () => {
    const html = await read("/regions/RSS-06");
    for (const [, indicator = "", row = ""] of html.matchAll(/<tr data-indicator="([^"]*)">(.*?)<\/tr>/gs)) {
      const [, here = ""] = row.split(/<td>/);
      const [, shown] = /<data [^>]*value="([^"]*)"/.exec(here.split("<details")[0] ?? "") ?? [];
      const stored = await hub.database.query<{ value: number | null; low: number | null }>(
        `SELECT value, low FROM quality_indicators_published.observation
         WHERE campaign = '2025-2026' AND area = 'RSS-06' AND indicator = $1`,
        [indicator],
      );
      const numbers = stored.flatMap(({ value, low }) => [value, low]).map(String);
      expect([indicator, numbers.includes(shown ?? "null")]).toEqual([indicator, true]);
    }
  });

  it("says of Nunavik that 2024 did not hear from it and that its place among the regions may end", async () => {
    const text = words(await read("/en/regions/RSS-17"));
    expect(text).toContain("No establishment of the region answered it.");
    expect(text).toContain("The number of regions may therefore change.");
    expect(text).toContain("3 establishments");
  });

  it("says of a campaign published for Québec only that nothing is told of the region", async () => {
    const text = words(await read("/regions/RSS-05?campagne=2024"));
    expect(text).toContain("Rien n'est publié pour cette région dans cette campagne.");
  });

  it("is not found for a code that no region has", async () => {
    expect((await fetch(`${hub.address}/regions/RSS-99`, { headers: { accept: "text/html" } })).status).toBe(
      404,
    );
  });
});
