import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

const read = async (path: string): Promise<string> => (await fetch(`${hub.address}${path}`)).text();
const words = (html: string): string => html.replace(/<[^>]*>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");

describe("the glossary", () => {
  it("has every term once, at an anchor of its own, plain words before the definition", async () => {
    const { data } = await hub.ask<{ glossary: { code: string; plain: { fr: string } }[] }>(
      "{ glossary { code plain { fr } } }",
    );
    const html = await read("/glossaire");
    for (const { code } of data?.glossary ?? [])
      expect([code, html.split(`id="${code}"`).length]).toEqual([code, 2]);
    const [entry = ""] = /<dt id="EXPERIENTIAL_KNOWLEDGE">.*?<\/details>/s.exec(html) ?? [];
    expect(words(entry)).toMatch(
      /savoir expérientiel Ce que l'on sait parce qu'on l'a vécu.*Définition.*Le savoir/,
    );
    expect(new Set(html.match(/ id="[^"]*"/g)).size).toBe(html.match(/ id="[^"]*"/g)?.length);
  });

  it("finds words whatever their accents, among terms and among the words of the documents", async () => {
    const text = words(await read("/glossaire?q=benevole"));
    expect(text).toMatch(/mots? trouvés? pour « benevole »/);
    expect(text).toContain("bénévole d’association");
    expect(words(await read("/glossaire?q=zzz"))).toContain("Aucun mot trouvé pour « zzz ».");
  });

  it("sets the four roles side by side, and the postures apart", async () => {
    const html = await read("/en/glossary");
    const [roles = ""] = /id="concepts-ROLE".*?<\/table>/s.exec(html) ?? [];
    expect(roles.match(/<th scope="col">/g)).toHaveLength(5);
    expect(words(roles)).toContain("Source of legitimacy");
    expect(words(html)).toContain("never added together");
    expect(words(html)).toContain("Mandate: Defence of rights");
  });
});

describe("the repertoire of practices and tools", () => {
  it("tells of each its sort, its partners in their own words, its licence and how many reuse it", async () => {
    const html = await read("/pratiques-et-outils");
    const { data } = await hub.ask<{ sharedResources: { code: string }[] }>("{ sharedResources { code } }");
    expect([...html.matchAll(/<li class="card" id="([^"]*)"/g)].map(([, code]) => code).sort()).toEqual(
      data?.sharedResources.map(({ code }) => code).sort(),
    );
    const [card = ""] = /<li class="card" id="hopital-entre-a-la-maison">.*?<\/li>/s.exec(html) ?? [];
    for (const told of [
      "Modèle de soins",
      "Une partenaire en santé, engagée dès le démarrage du projet",
      "CC BY-NC",
      "aucun établissement ne dit encore s'en servir",
    ])
      expect(words(card)).toContain(told);
  });

  it("is searched and filtered", async () => {
    const guides = words(await read("/pratiques-et-outils?q=guide&nature=TOOL&sorte=RECRUITMENT_GUIDE"));
    expect(guides).toContain("2 fiches.");
    expect(words(await read("/en/practices-and-tools?q=zzz"))).toContain("No record fits these choices.");
  });
});
