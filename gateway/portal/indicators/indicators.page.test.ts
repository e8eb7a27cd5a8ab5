import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 180_000);
afterAll(() => hub?.close());

const pageOf = async (path: string): Promise<string> => {
  const answer = await fetch(`${hub.address}${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.text()).replace(/&#39;/g, "'").replace(/[\u00a0\u202f]/g, " ");
};
const cards = (html: string): string[] =>
  [...html.matchAll(/<li class="card">(.*?)<\/li>/gs)].map(([, card]) =>
    (card ?? "")
      .replace(/<\/(?:p|h3)>/g, " ")
      .replace(/<[^>]+>/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );

describe("the list of indicators", () => {
  it("has the 26 indicators, each by its plain words first, then its name and its value in short", async () => {
    const told = cards(await pageOf("/indicateurs"));
    expect(told).toHaveLength(26);
    for (const card of [
      "Nombre de partenaires qui participent en ce moment Usagers partenaires actifs dans des projets (IQP-06) 2024 : 892 personnes",
      "Combien d'établissements ont répondu Établissements représentés (IQP-01) 2024 : 80 % des établissements",
      "Dans quels services Secteurs (19) (IQP-16) 2024 : 19 catégories, de 17 % à 90 %",
    ])
      expect(told).toContain(card);
    expect(told.find((card) => card.includes("IQP-24"))).toContain("Aucune valeur n'est encore publiée.");
    expect(told.find((card) => card.includes("IQP-10"))).toMatch(/40 % des répondants Synthétique/);
  });

  it("leads to each indicator, in English too", async () => {
    const html = await pageOf("/en/indicators");
    const links = new Set([...html.matchAll(/href="\/en\/indicators\/(IQP-\d\d)"/g)].map(([, code]) => code));
    expect(links.size).toBe(26);
  });

  it("is narrowed by a plain word: « argent » finds the budget", async () => {
    const html = await pageOf("/indicateurs?q=argent");
    expect(cards(html).map((card) => /IQP-\d\d/.exec(card)?.[0])).toEqual(["IQP-11", "IQP-12"]);
    expect(html).toContain("2 indicateurs trouvés.");
  });

  it("says in words that nothing was found, and where else to look", async () => {
    const html = await pageOf("/en/indicators?q=%3Cb%3Enothing%3C%2Fb%3E");
    expect(html).toContain("No indicator has these words.");
    expect(html).not.toContain("<b>nothing");
    expect(html).toContain('value="&lt;b>nothing&lt;/b>"');
  });
});
