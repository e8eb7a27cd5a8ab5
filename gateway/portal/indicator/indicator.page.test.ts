import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("over HTTP");
}, 180_000);
afterAll(() => hub?.close());

const get = (path: string) => fetch(`${hub.address}${path}`, { headers: { accept: "text/html" } });
const htmlOf = async (path: string): Promise<string> => {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.text())
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
};
/** What a reader sees, on one line, with plain spaces. */
const textOf = (html: string): string =>
  html
    .replace(/<(?:title|desc)[\s\S]*?<\/(?:title|desc)>/g, " ")
    .replace(/<\/(?:p|li|td|th|dt|dd|h\d|div)>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/[\s\u00a0\u202f]+/g, " ");
const section = (html: string, id: string): string =>
  html.split(`aria-labelledby="${id}"`)[1]?.split(/<section |<\/main>/)[0] ?? "";
const amounts = (html: string): [string, string][] =>
  [...html.matchAll(/<data class="amount" value="([^"]+)">([^<]+)<\/data>/g)].map(([, value, text]) => [
    value ?? "",
    (text ?? "").replace(/[\u00a0\u202f]/g, " "),
  ]);

describe("the page of active partners (IQP-06)", () => {
  let html: string;
  beforeAll(async () => {
    html = await htmlOf("/indicateurs/IQP-06?campagne=2024");
  });

  it("tells 892 in a sentence, and 860 beside it, each with its exact value", () => {
    expect(textOf(section(html, "value"))).toContain("892 usagers partenaires sont actifs dans des projets.");
    expect(amounts(section(html, "value"))).toEqual([["892", "892"]]);
    expect(amounts(section(html, "beside"))[0]).toEqual(["860", "860"]);
    expect(textOf(section(html, "beside"))).toMatch(/892 personnes Synthétique/);
  });

  it("shows contradiction K2 with both sides, their sections and what is known of it", () => {
    const told = textOf(html.split('id="K2"')[1] ?? "");
    expect(told).toMatch(/860 .*Portrait – Les équipes.*892 .*Annexe 3 – Portrait de 2024/);
    expect(told).toContain("Ouverte : aucun des passages n'est choisi. Différence de 32.");
  });

  it("gives both averages, and says that no degree of engagement was asked", () => {
    expect(amounts(section(html, "means"))).toEqual([
      ["31.9", "31,9"],
      ["29.7", "29,7"],
    ]);
    expect(textOf(section(html, "means"))).toContain("31,9 par bureau (28) 29,7 par répondant (30)");
    expect(textOf(section(html, "engagement"))).toContain("Question non posée");
  });

  it("says why no trend is told, and why the establishments are hidden", () => {
    expect(textOf(section(html, "trend"))).toContain(
      "deux points ne font pas une tendance. (2024, 2025-2026)",
    );
    const comparison = textOf(section(html, "comparison"));
    expect(comparison).toContain("28 établissements : valeurs masquées");
    expect(comparison).toContain("Non montrée Donnée synthétique");
  });

  it("says that nothing is recorded of its co-construction, without saying that there was none", () => {
    expect(textOf(section(html, "co-construction"))).toContain(
      "Cela ne veut pas dire qu'ils n'y ont pris aucune part.",
    );
  });

  it("tells period, basis, document, section, quotation and licence behind the value", () => {
    const facts = textOf(section(html, "value"));
    for (const fact of [
      "Collecte de novembre 2023 à mai 2024",
      "usagers partenaires actifs dans des projets",
      "Annexe 3 – Portrait de 2024, résultats bruts",
      "« Nombre total d'usagers actifs : 892 »",
      "non précisée par le document",
    ])
      expect(facts).toContain(fact);
  });

  it("says that the sources do not tell why it is measured", () => {
    expect(textOf(section(html, "meaning"))).toContain("Pourquoi on le mesure Non précisé dans les sources");
  });

  it("gives files, a lasting address and a question that give the same", async () => {
    const files = [...html.matchAll(/href="(\/data\/[^"]+)"/g)].map(([, href]) => href ?? "");
    expect(files).toEqual([
      "/data/indicators.csv?indicator=IQP-06",
      "/data/indicators.json?indicator=IQP-06",
    ]);
    for (const file of files) expect((await get(file)).status).toBe(200);
    const lasting = /href="(\/indicateurs\/IQP-06\?campagne=2024&au=\d{4}-\d\d-\d\d)"/.exec(html)?.[1] ?? "";
    expect(amounts(section(await htmlOf(lasting), "value"))).toEqual([["892", "892"]]);
    const question = /<pre[^>]*><code[^>]*>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? "";
    const { data } = await hub.ask<{ qualityIndicator: { observations: { value: number | null }[] } }>(
      question,
    );
    expect(data?.qualityIndicator.observations.slice(0, 2).map(({ value }) => value)).toEqual([892, 860]);
  });
});

describe("what other indicators' pages tell", () => {
  it("IQP-01 in English: both bases, their intervals and the caveat of a near-census", async () => {
    const html = await htmlOf("/en/indicators/IQP-01");
    expect(textOf(section(html, "value"))).toContain("80% of the establishments answered.");
    expect(textOf(section(html, "beside"))).toContain("87.5% of the establishments of the questionnaire");
    const values = section(html, "values");
    expect(textOf(values)).toMatch(/28 of 35 from 64.1% to 90%.*28 of 32 from 71.9% to 95%/);
    expect(textOf(values)).toContain("close to a census");
    expect(values).toMatch(/<span lang="fr-CA">[^<]*Annexe 3/);
  });

  it("IQP-16: the nineteen sectors as the document prints them, charted and in the table behind", async () => {
    const html = section(await htmlOf("/indicateurs/IQP-16"), "values");
    const rows = html.split("<tbody>")[1]?.split("</tbody>")[0]?.split("</tr>") ?? [];
    const printed = rows.flatMap((row) =>
      amounts(row.split("</td>")[0] ?? "").map(([value]) => Number(value)),
    );
    expect(printed).toEqual([90, 87, 83, 80, 77, 73, 73, 70, 67, 63, 63, 60, 60, 60, 57, 50, 37, 23, 17]);
    expect(html.match(/<svg[^>]*role="img"/g)).toHaveLength(2);
    expect(html).not.toMatch(/\sstyle=|<style/);
    const oncology = await htmlOf("/indicateurs/IQP-16?categorie=ONCOLOGY");
    expect(textOf(section(oncology, "value"))).toContain(
      "87 % des répondants ont collaboré avec ce secteur : Cancérologie.",
    );
  });

  it("IQP-21: 38 % in 2019, of a count that is deduced and not printed", async () => {
    const told = textOf(section(await htmlOf("/indicateurs/IQP-21"), "value"));
    expect(told).toContain("38 % des établissements avaient un bureau du partenariat en 2019.");
    expect(told).toContain("11 sur 29 (déduit par le calcul, non imprimé)");
  });

  it("IQP-17: a plan whose value was lost with its chart says so, and is no zero", async () => {
    const html = await htmlOf("/indicateurs/IQP-17?categorie=AGIR_TOT&campagne=2024");
    // The hub's own value is told first, and the document's absence beside it.
    expect(textOf(html)).toContain("Perdue dans un graphique");
    expect(amounts(html).map(([value]) => value)).not.toContain("0");
  });

  it("a campaign that did not ask, and one that has published nothing, each in its own words", async () => {
    const notAsked = await htmlOf("/indicateurs/IQP-22?campagne=2024");
    expect(textOf(section(notAsked, "value"))).toContain(
      "Question non posée La question n'a pas été posée dans cette campagne.",
    );
    const nothing = await htmlOf("/en/indicators/IQP-24");
    expect(textOf(section(nothing, "value"))).toContain("No value is published for this campaign.");
  });

  it("a day that is none is told, and shows the present", async () => {
    const html = await htmlOf("/indicateurs/IQP-06?campagne=2024&au=2026-02-31");
    expect(textOf(section(html, "value"))).toContain("La date demandée n'est pas lisible");
    expect(amounts(section(html, "value"))).toEqual([["892", "892"]]);
  });

  it.each([
    "/indicateurs/IQP-99",
    "/en/indicators/IQP-99",
    "/indicateurs/IQP-06?campagne=1999",
    "/indicateurs/IQP-16?categorie=NOTHING",
    "/indicateurs/%3Cscript%3E",
  ])("%s is not found", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("over campaigns of which some compare", () => {
  const planted = [
    { year: "2031", value: 40, origin: "COMPUTED" },
    { year: "2032", value: 45, origin: "COMPUTED" },
    { year: "2033", value: 60, origin: "COMPUTED", breaks: [{ with: "2032", reasons: ["BASE_CHANGED"] }] },
    { year: "2034", value: 55, origin: "COMPUTED" },
    { year: "2035", value: 70, origin: "SYNTHETIC" },
  ];
  const published = "quality_indicators_published";
  const trend = async (path: string): Promise<string> => section(await htmlOf(path), "trend");
  const strokes = (html: string): number =>
    [...html.matchAll(/<polyline [^>]*stroke="var\(--class-3\)"/g)].length;
  beforeAll(async () => {
    for (const { year, value, origin, breaks = [] } of planted) {
      await hub.database.query(
        `INSERT INTO ${published}.campaign (code, title, period, basis, base, note, breaks)
         SELECT $1, jsonb_build_object('fr', 'Année ' || $1, 'en', null, 'status', 'SOURCE'),
           jsonb_build_object('from', $1 || '-04-01', 'to', null, 'label', $1), basis, base, note, $2
         FROM ${published}.campaign WHERE code = '2025-2026'`,
        [year, JSON.stringify(breaks)],
      );
      await hub.database.query(
        `INSERT INTO ${published}.vintage (code, campaign, number, published_at, reason)
         SELECT $1 || '.1', $1, 1, published_at, reason FROM ${published}.vintage WHERE code = '2024.1'`,
        [year],
      );
      await hub.database.query(
        `INSERT INTO ${published}.observation OVERRIDING SYSTEM VALUE
         SELECT (jsonb_populate_record(row, $1)).* FROM ${published}.observation row
         WHERE vintage = '2024.1' AND indicator = 'IQP-06' AND level = 'PROVINCE' AND category IS NULL`,
        [
          JSON.stringify({
            id: 2_000_000 + Number(year),
            vintage: `${year}.1`,
            campaign: year,
            indicator: "IQP-05",
            value,
            origin,
          }),
        ],
      );
    }
    await hub.database.query(`UPDATE ${published}.indicator SET asked_in = $1 WHERE code = 'IQP-05'`, [
      planted.slice(0, 2).map(({ year }) => year),
    ]);
  });

  it("draws two that compare as a line, and still says that two points make no trend", async () => {
    const html = await trend("/indicateurs/IQP-05");
    expect(strokes(html)).toBe(2);
    expect(html).toMatch(/Reliés par un trait\s: de 2031 à 2032\./);
    expect(textOf(html)).toContain("deux points ne font pas une tendance. (2031, 2032)");
    expect(textOf(html)).toContain("Année 2031 40 personnes");
    expect(textOf(html)).not.toContain("Sans trait entre deux points");
  });

  it("leaves a gap where the base changed, and between a real value and a synthetic one", async () => {
    await hub.database.query(`UPDATE ${published}.indicator SET asked_in = $1 WHERE code = 'IQP-05'`, [
      planted.map(({ year }) => year),
    ]);
    const html = await trend("/en/indicators/IQP-05");
    // Two strokes, each drawn for wide and for narrow pages.
    expect(strokes(html)).toBe(4);
    expect(html).toMatch(/Joined by a line: from 2031 to 2032\s; from 2033 to 2034\./);
    expect(textOf(html)).toContain("Where no line joins two points, they do not compare.");
    expect(amounts(html).map(([value]) => Number(value))).toEqual(planted.map(({ value }) => value));
    expect(textOf(html)).toContain("(2032, 2033)");
  });

  it("draws none where none compare", async () => {
    await hub.database.query(`UPDATE ${published}.indicator SET asked_in = $1 WHERE code = 'IQP-05'`, [
      ["2032", "2033"],
    ]);
    const html = await trend("/indicateurs/IQP-05");
    expect(html).not.toMatch(/<svg|<figure/);
    expect(textOf(html)).toContain("(2032, 2033)");
  });
});

describe("once a campaign is published", () => {
  beforeAll(async () => {
    const { data } = await hub.ask<{ submissions: { id: string; state: string }[] }>(
      '{ submissions(campaign: "2025-2026") { id state } }',
      { account: "steward:collect" },
    );
    const approve = "mutation ($id: ID!) { approveSubmission(id: $id) { state } }";
    for (const { id, state } of data?.submissions ?? [])
      if (state === "SUBMITTED") await hub.ask(approve, { account: "steward:collect", variables: { id } });
    const publish = `mutation { publishCampaign(campaign: "2025-2026", reason: "Première publication") { vintage } }`;
    await hub.ask(publish, { account: "steward:publish" });
  }, 60_000);

  it("its values come first, marked as synthetic, with regions and peers beside the province", async () => {
    const html = await htmlOf("/indicateurs/IQP-04");
    expect(textOf(section(html, "value"))).toMatch(/La valeur, Données annuelles 2025-2026 .* Synthétique/);
    const comparison = textOf(section(html, "comparison"));
    expect(comparison).toContain(
      "Les centres hospitaliers universitaires et les instituts Groupe d'établissements comparables",
    );
    expect(comparison).toMatch(
      /Estrie Région sociosanitaire Masquée pour protéger les personnes Trop peu de bureaux/,
    );
  });

  it("a head count has the degree of engagement beside it", async () => {
    const told = textOf(section(await htmlOf("/en/indicators/IQP-06"), "engagement"));
    expect(told).toMatch(/Information: \d+ projects Synthetic.*Partnership: \d+ projects Synthetic/);
  });
});

describe("when the indicators' subgraph is down", () => {
  it("the page says in words that it is unavailable for the moment", async () => {
    await hub.stopSubgraph("quality-indicators");
    const answer = await get("/indicateurs/IQP-05?campagne=2024");
    expect(answer.status).toBe(503);
    expect(textOf(await answer.text())).toContain("Momentanément indisponible");
  });
});
