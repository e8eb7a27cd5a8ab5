import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { plainSpaces, wordsOfHtml } from "../page/testing/read-page.js";

interface Side {
  readonly value: string;
  readonly figure: string | null;
  readonly provenance: { readonly document: string; readonly section: string };
}
interface Stored {
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  readonly resolution: string;
  readonly note: { readonly fr: string; readonly en: string } | null;
  readonly sides: readonly Side[];
}

let hub: TestHub;
let stored: readonly Stored[];
let titles: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
beforeAll(async () => {
  hub = await aHub("in process", { HUB_CONTACT: "donnees@exemple.ca" });
  stored = await hub.database.query<Stored>(
    "SELECT id, title, resolution, note, sides FROM quality_indicators_published.contradiction ORDER BY position",
  );
  const sources = await hub.database.query<{ code: string; title: { fr: string; en: string } }>(
    "SELECT code, title FROM quality_indicators_published.source",
  );
  titles = new Map(sources.map(({ code, title }) => [code, title]));
}, 120_000);
afterAll(() => hub?.close());

const read = async (path: string): Promise<string> => (await fetch(`${hub.address}${path}`)).text();
// A long title is told as far as its colon.
const headOf = (title: string): string => plainSpaces(title.split(":")[0] ?? "");
const sectionsOf = (html: string): Map<string, string> =>
  new Map(
    [...html.matchAll(/<section class="contradiction" id="(K\d+)".*?<\/section>/gs)].map(
      ([section, id = ""]) => [id, section],
    ),
  );

describe.each([
  ["fr", "/contradictions", "/indicateurs/"],
  ["en", "/en/contradictions", "/en/indicators/"],
] as const)("the page of contradictions in %s", (language, path, indicators) => {
  it("tells every contradiction that the hub keeps, in order, each under its own anchor", async () => {
    const html = await read(path);
    expect(stored.length).toBeGreaterThan(0);
    expect([...sectionsOf(html).keys()]).toEqual(stored.map(({ id }) => id));
    for (const { id } of stored) expect(html).toContain(`href="#${id}"`);
  });

  it("tells each side with what is printed, its document and its section, and what is known", async () => {
    const sections = sectionsOf(await read(path));
    for (const { id, title, sides, note } of stored) {
      const words = wordsOfHtml(sections.get(id) ?? "");
      expect(words).toContain(plainSpaces(title[language]));
      if (note) expect(words).toContain(plainSpaces(note[language]));
      for (const { value, provenance } of sides) {
        expect(words).toContain(plainSpaces(value));
        expect(words).toContain(plainSpaces(provenance.section));
        expect(words).toContain(headOf(titles.get(provenance.document)?.[language] ?? "?"));
      }
    }
  });

  it("leads to the indicators that a contradiction touches", async () => {
    const html = await read(path);
    const touched = await hub.database.query<{ indicator: string }>(
      `SELECT DISTINCT figure.indicator FROM quality_indicators_published.contradiction,
         jsonb_array_elements(sides) AS side
       JOIN quality_indicators_published.published_figure AS figure ON figure.code = side->>'figure'
       WHERE figure.indicator IS NOT NULL`,
    );
    expect(touched.length).toBeGreaterThan(0);
    for (const { indicator } of touched) expect(html).toContain(`href="${indicators}${indicator}"`);
  });
});

describe("the page about the data", () => {
  it.each([
    ["fr", "/a-propos-des-donnees"],
    ["en", "/en/about-the-data"],
  ] as const)("tells every source with its licence note, in %s", async (language, path) => {
    const words = wordsOfHtml(await read(path));
    const sources = await hub.database.query<{ title: Stored["title"]; licenceNote: Stored["title"] }>(
      `SELECT title, licence_note AS "licenceNote" FROM quality_indicators_published.source`,
    );
    expect(sources.length).toBeGreaterThan(4);
    for (const { title, licenceNote } of sources) {
      expect(words).toContain(plainSpaces(title[language]));
      expect(words).toContain(plainSpaces(licenceNote[language]));
    }
  });

  it("gives both numbers of answers of 2024, as the published table has them", async () => {
    const html = await read("/a-propos-des-donnees");
    const rows = await hub.database.query<{ figure: string; value: number }>(
      `SELECT DISTINCT figure, value FROM quality_indicators_published.published_figure
       WHERE figure IN ('2024.respondents', '2024.offices_responding')`,
    );
    expect(rows.map(({ value }) => value).sort()).toEqual([28, 30]);
    for (const { value } of rows) expect(html).toContain(`<data value="${value}">${value}</data>`);
  });

  it("tells where the owner is reached once that is set, on the accessibility statement too", async () => {
    for (const path of ["/a-propos-des-donnees", "/en/accessibility"])
      expect(await read(path)).toContain('<a href="mailto:donnees@exemple.ca">donnees@exemple.ca</a>');
  });
});
