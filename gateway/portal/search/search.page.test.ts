import type { HtmlElement } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { attributeOf, readPage, type ServedPage, wordsOf } from "../../../test/pages/served-page.js";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

// The words of an element, its spaces that may not break told as plain ones.
const told = (element: HtmlElement): string => wordsOf(element).replace(/[\u00a0\u202f]/g, " ");

const search = (question: string, language: Language = "fr"): Promise<ServedPage> =>
  readPage(hub, addressOf(language, "search", {}, [["q", question]]));

const found = ({ main }: ServedPage): (string | null)[] =>
  main.querySelectorAll(".findings h3 a").map((link) => attributeOf(link, "href"));
const marked = ({ main }: ServedPage): string[] => main.querySelectorAll("mark").map((mark) => told(mark));

describe("somebody who searches in their own words", () => {
  it("finds the budget indicator first under « argent du bureau », the words marked", async () => {
    const page = await search("argent du bureau");
    expect(found(page)[0]).toBe("/indicateurs/IQP-11");
    expect(told(page.main)).toContain("Argent du bureau");
    expect(marked(page)).toEqual(expect.arrayContaining(["Argent", "bureau"]));
  });

  it("may leave out accents, use capitals and plurals", async () => {
    expect(found(await search("COMITES DES USAGERS"))).toEqual(found(await search("comité des usagers")));
    expect(found(await search("budgets"))).toContain("/indicateurs/IQP-11");
  });

  it("finds the budget indicator in English under what it is called there", async () => {
    const page = await search("the office's money", "en");
    expect(found(page)[0]).toBe("/en/indicators/IQP-11");
    expect(told(page.main)).toContain("The office's money");
  });

  it.each([
    ["Estrie", ["/etablissements/ciusss-estrie-chus", "/regions/RSS-05"]],
    ["cancérologie", ["/indicateurs/IQP-16", "/indicateurs/IQP-17"]],
    ["démocratiser", ["/recommandations/F3"]],
    ["hôpital", ["/etablissements/chum", "/glossaire#CHU"]],
    ["IQP-05", ["/indicateurs/IQP-05"]],
  ])(
    "finds under « %s » what holds it: places, sectors, recommendations, words",
    async (question, expected) => {
      expect(found(await search(question))).toEqual(expect.arrayContaining(expected));
    },
  );

  it.each([
    ["combien de patients participent", "/indicateurs/IQP-06"],
    ["qui décide", "/indicateurs/IQP-15"],
    ["effectifs", "/indicateurs/IQP-08"],
    ["depuis quand le bureau existe", "/indicateurs/IQP-04"],
    ["enfants", "/indicateurs/IQP-16"],
    ["formation des patients", "/indicateurs/IQP-18"],
    ["iqp 6", "/indicateurs/IQP-06"],
    ["hôpital ste justine", "/etablissements/chu-sainte-justine"],
    ["carte", "/regions"],
    ["télécharger csv", "/donnees"],
  ])("finds under « %s » what people mean by it, first", async (question, expected) => {
    expect(found(await search(question))[0]).toBe(expected);
  });

  it("may mistype a word: the nearest known one is looked for, and the page says so", async () => {
    const page = await search("budjet du bureau");
    expect(told(page.main)).toContain(
      "Aucun texte ne contient « budjet » : « budget » a été cherché à sa place.",
    );
    expect(found(page)[0]).toBe("/indicateurs/IQP-11");
    expect(marked(page)).toContain("Budget");
    expect(found(await search("engagment", "en"))[0]).toBe("/en/indicators/IQP-24");
    // A name is not mended into another word, nor a number into another number.
    for (const question of ["Gatineau", "4321"])
      expect(told((await search(question)).main)).toContain("Rien n'a été trouvé");
  });

  it("is given what holds some of the words, and told so, when nothing holds them all", async () => {
    const page = await search("mon hôpital à Rimouski");
    expect(told(page.main)).toContain("Rien ne contient tous vos mots à la fois.");
    expect(found(page)).toContain("/etablissements/chum");
  });

  it("is given suggestions when nothing is found, and each of them finds something", async () => {
    const page = await search("zzzz");
    expect(told(page.main)).toContain("Rien n'a été trouvé pour « zzzz ».");
    const suggestions = page.main.querySelectorAll(".example-questions a");
    expect(suggestions.length).toBeGreaterThan(2);
    for (const suggestion of suggestions)
      expect(found(await readPage(hub, attributeOf(suggestion, "href")!))).not.toEqual([]);
  });

  it("is told that a question of signs holds no word, and that a long one was cut", async () => {
    expect(told((await search("%_'")).main)).toContain("La question ne contient aucun mot");
    const page = await search(`budget ${"é".repeat(500)}`);
    expect(told(page.main)).toContain("Seuls les 100 premiers caractères");
    expect(page.status).toBe(200);
  });

  it("cannot put a script into the page, nor a message's place", async () => {
    const attack = `<script>alert("1")</script>{question}'"><img src=x onerror=alert(1)>`;
    const page = await search(attack);
    expect(page.status).toBe(200);
    expect(page.main.querySelectorAll("script, img")).toEqual([]);
    expect(page.html).not.toContain("<script>alert");
    expect(attributeOf(page.main.querySelector("#question")!, "value")).toBe(attack);
  });
});
