import type { HtmlElement } from "html-validate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { attributeOf, readPage, wordsOf } from "../../../test/pages/served-page.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("over HTTP");
}, 60_000);
afterAll(() => hub?.close());

// The words of an element, its spaces that may not break told as plain ones.
const told = (element: HtmlElement): string => wordsOf(element).replace(/[\u00a0\u202f]/g, " ");
const links = (element: HtmlElement): (string | null)[] =>
  element.querySelectorAll("a").map((link) => attributeOf(link, "href"));

it("leads by a door for each need, and to every indicator", async () => {
  const { main } = await readPage(hub, "/");
  expect(main.querySelectorAll(".doors a").map((door) => [told(door), attributeOf(door, "href")])).toEqual([
    ["Je cherche un chiffre", "/indicateurs"],
    ["Mon établissement", "/etablissements"],
    ["Ma région", "/regions"],
    ["Je fais de la recherche", "/donnees"],
    ["J'envoie les données de mon bureau", "/espace"],
  ]);
  expect(told(main)).toContain("Voir les 26 indicateurs");
  expect(main.querySelectorAll("form input#question")).toHaveLength(1);
});

it("shows leading figures with their period, source, engagement and contradictions", async () => {
  const { main } = await readPage(hub, "/en");
  const cards = main.querySelectorAll(".leading > li");
  expect(cards.map((card) => attributeOf(card.querySelector("data")!, "value"))).toEqual([
    "1721",
    "892",
    "80",
  ]);
  const [listed] = cards;
  expect(told(listed!)).toContain("1,721 people In Québec, 2024 Portrait.");
  expect(told(listed!)).toContain("Not asked The question was not asked in this campaign.");
  expect(told(listed!)).toContain("Annexe 3 – Portrait de 2024, résultats bruts");
  expect(links(listed!)).toEqual(["/en/indicators/IQP-05", "/en/contradictions#K3"]);
});

it("tells what is new: the vintages with their day and reason, the campaign that has none", async () => {
  const { main } = await readPage(hub, "/");
  const [{ day } = { day: "" }] = await hub.database.query<{ day: string }>(
    `SELECT extract(year FROM published_at AT TIME ZONE 'America/Toronto')::text AS day
     FROM quality_indicators_published.vintage WHERE code = '2024.1'`,
  );
  expect(told(main)).toMatch(
    new RegExp(`Édition 2024\\.1, publiée le \\d+(er)? \\S+ ${day}\\. Réponses synthétiques`),
  );
  expect(told(main)).toContain("Données annuelles 2025-2026. Aucune édition n'est encore publiée.");
});

it("leaves developers a short line, and no example of a request", async () => {
  const { main, html } = await readPage(hub, "/");
  expect(links(main)).toContain("/donnees");
  expect(html).not.toMatch(/curl|\/explorer|\/graphql/);
});

it("leads from an address with slashes too many to the page itself, and never to another site", async () => {
  const answers = await Promise.all(
    [
      "/indicateurs/",
      "/indicateurs/IQP-06//?campagne=2024&x=%2F",
      "/en/",
      "/en/indicators/?campaign=2024",
      "/espace/pilotage/",
      "/en/workspace/",
      "//ailleurs.exemple.ca/",
      "/%2Failleurs.exemple.ca/",
      "/\\ailleurs.exemple.ca/",
      "//ailleurs.exemple.ca/indicateurs/",
      "/indicateurs/IQP-06/autre/",
    ].map(async (path) => {
      const { status, headers } = await fetch(`${hub.address}${path}`, { redirect: "manual" });
      return [status, headers.get("location")];
    }),
  );
  expect(answers).toEqual([
    [308, "/indicateurs"],
    [308, "/indicateurs/IQP-06?campagne=2024&x=%2F"],
    [308, "/en"],
    [308, "/en/indicators?campaign=2024"],
    [308, "/espace/pilotage"],
    [308, "/en/workspace"],
    ...Array.from({ length: 5 }, () => [404, null]),
  ]);
});

it("leads from a code in other letters to the page that has it", async () => {
  const answers = await Promise.all(
    [
      "/indicateurs/iqp-06?campagne=2024",
      "/en/indicators/Iqp-06/",
      "/etablissements/CHUM",
      "/en/regions/rss-05",
      "/recommandations/f1",
      "/indicateurs/%69qp-06",
    ].map(async (path) => {
      const { status, url } = await fetch(`${hub.address}${path}`, { headers: { accept: "text/html" } });
      return [status, url.slice(hub.address.length)];
    }),
  );
  expect(answers).toEqual([
    [200, "/indicateurs/IQP-06?campagne=2024"],
    [200, "/en/indicators/IQP-06"],
    [200, "/etablissements/chum"],
    [200, "/en/regions/RSS-05"],
    [200, "/recommandations/F1"],
    [404, "/indicateurs/%69qp-06"],
  ]);
});

it.each([
  ["/indicateurs/%E0", "Page introuvable"],
  ["/en/indicators/%E0%zz?x=%E0", "Page not found"],
  ["/%", "Page introuvable"],
])(
  "says of %s, in which a percent sign encodes nothing, that there is nothing there",
  async (path, title) => {
    const response = await fetch(`${hub.address}${path}`, { headers: { accept: "text/html" } });
    expect([response.status, response.headers.get("x-content-type-options")]).toEqual([404, "nosniff"]);
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  },
);

it("tells a program the same of such an address, in JSON and with a request number", async () => {
  const response = await fetch(`${hub.address}/graphql%E0?query=%7B__typename%7D`);
  expect([response.status, response.headers.get("x-request-id")]).toEqual([404, expect.any(String)]);
  expect(await response.json()).toMatchObject({ statusCode: 404 });
});

// Last: the subgraphs stay down.
it("still lets people search and find their way when a subgraph is down", async () => {
  await hub.stopSubgraph("quality-indicators");
  const home = await readPage(hub, "/");
  expect(home.status).toBe(200);
  expect(told(home.main)).toContain("Cette partie ne peut pas être lue en ce moment.");
  expect(home.main.querySelectorAll(".doors a")).toHaveLength(5);
  const found = await readPage(hub, "/recherche?q=Estrie");
  expect(told(found.main)).toContain("Une partie des données ne peut pas être lue en ce moment");
  expect(links(found.main)).toEqual(
    expect.arrayContaining(["/etablissements/ciusss-estrie-chus", "/regions/RSS-05"]),
  );
  const place = await readPage(hub, "/etablissements/ciusss-estrie-chus");
  expect(place.status).toBe(200);
  expect(told(place.main)).toContain("Service expérience usagers et soins spirituels");
  await hub.stopSubgraph("user-committees");
  const committees = (await readPage(hub, "/etablissements/chum")).main
    .querySelectorAll("section")
    .find((section) => attributeOf(section, "aria-labelledby") === "committees");
  expect(told(committees!)).toContain("Cette partie ne peut pas être lue en ce moment.");
});
