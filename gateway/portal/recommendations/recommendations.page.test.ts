import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

const read = async (path: string): Promise<string> => (await fetch(`${hub.address}${path}`)).text();
const words = (html: string): string => html.replace(/<[^>]*>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
const codesOf = (html: string): string[] =>
  [...html.matchAll(/<h3><a href="\/recommandations\/([^"]*)"/g)].map(([, code = ""]) => code);

describe("the recommendations", () => {
  it("are 17: 12 of the Portrait and 5 of the position statement, each unknown as long as nobody declares", async () => {
    const html = await read("/recommandations");
    expect(codesOf(html)).toEqual([
      ...Array.from({ length: 12 }, (_, rank) => `P${rank + 1}`),
      ...Array.from({ length: 5 }, (_, rank) => `F${rank + 1}`),
    ]);
    expect(html.match(/Inconnu\u00a0: personne ne l'a déclaré<\/span>/g)).toHaveLength(17);
  });

  it("are filtered by document and by progress", async () => {
    expect(codesOf(await read("/recommandations?document=F"))).toEqual(["F1", "F2", "F3", "F4", "F5"]);
    const none = await read("/recommandations?avancement=DONE");
    expect(codesOf(none)).toEqual([]);
    expect(none).toContain("Aucune recommandation ne répond à ces choix.");
  });

  it("tell F1's three wordings side by side, with every place that prints each", async () => {
    const html = await read("/recommandations/F1");
    const [wordings = ""] = /<section aria-labelledby="wordings">.*?<\/section>/s.exec(html) ?? [];
    expect(words(wordings)).toContain("3 formulations, côte à côte");
    expect([...wordings.matchAll(/<blockquote><p>(.*?)<\/p>/gs)].map(([, text]) => text)).toEqual([
      "Ancrer le partenariat dans le système de la santé et des services sociaux",
      "Ancrer le partenariat dans le système afin que le partenariat soit intégré au sein des structures et des processus institutionnels",
      "Ancrer le partenariat dans le système",
    ]);
    expect(words(wordings)).toContain("6. Atelier");
    expect(words(html)).toContain("Figure dans : section 6, annexe 1");
  });

  it("tell of a likeness with the other document that Carrefour proposes it, and of none that there is none", async () => {
    const likeness = words(await read("/en/recommendations/F5"));
    expect(likeness).toContain("Likeness proposed by Carrefour");
    expect(likeness).toContain("Recommendation P10");
    expect(words(await read("/en/recommendations/P12"))).toContain(
      "Carrefour found no similar recommendation",
    );
  });

  it("tell what was declared, by whom and why, marked where it is for demonstration", async () => {
    const { data, errors } = await hub.ask<{ declareProgress: unknown }>(
      `mutation { declareProgress(input: { recommendation: "P1", actor: "Santé Québec", status: IN_PROGRESS,
        evidence: { fr: "Poste affiché", en: "Position posted" }, linkedIndicators: ["IQP-03"], date: "2026-05-01" })
        { receipt } }`,
      { account: "steward:collect" },
    );
    expect([data?.declareProgress !== undefined, errors]).toEqual([true, undefined]);
    const text = words(await read("/recommandations/P1"));
    for (const told of ["En cours", "Déclaré par : Santé Québec", "Poste affiché", "Déclaré le 1er mai 2026"])
      expect(text).toContain(told);
    expect(codesOf(await read("/recommandations?avancement=IN_PROGRESS"))).toEqual(["P1"]);
  });

  it("are not found by a code that none has", async () => {
    const response = await fetch(`${hub.address}/recommandations/Z9`, { headers: { accept: "text/html" } });
    expect(response.status).toBe(404);
  });
});
