import type { HtmlElement } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { attributeOf, readPage, type ServedPage, wordsOf } from "../../../test/pages/served-page.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

// The words of an element, its spaces that may not break told as plain ones.
const told = (element: HtmlElement): string => wordsOf(element).replace(/[\u00a0\u202f]/g, " ");

const section = ({ main }: ServedPage, id: string): string =>
  told(main.querySelectorAll("section").find((one) => attributeOf(one, "aria-labelledby") === id)!);

describe("the page of an establishment that has a partnership office", () => {
  let page: ServedPage;
  beforeAll(async () => {
    page = await readPage(hub, "/etablissements/ciusss-estrie-chus");
  });

  it("says its full name, its region and its peers", () => {
    expect(told(page.main.querySelector("h1")!)).toBe("CIUSSS de l'Estrie – CHUS");
    expect(told(page.main)).toContain("Centre hospitalier universitaire de Sherbrooke");
    expect(told(page.main)).toContain("les CIUSSS");
    expect(page.main.querySelectorAll("a").map((link) => attributeOf(link, "href"))).toEqual(
      expect.arrayContaining([
        "/regions/RSS-05",
        "/comparaison?type=CIUSSS&etablissement=ciusss-estrie-chus",
      ]),
    );
  });

  it("names its office with the place where the source prints it", () => {
    expect(section(page, "office")).toContain("est en activité");
    expect(section(page, "office")).toContain("Service expérience usagers et soins spirituels");
    expect(section(page, "office")).toContain("Crédits, Rédaction et production");
  });

  it("says that it answered in 2024, and that nothing tells it of the other campaigns", () => {
    expect(section(page, "answered")).toContain("Portrait de 2024 Oui : la liste imprimée");
    expect(section(page, "answered")).toContain(
      "Données annuelles 2025-2026 Les données publiques ne le disent pas",
    );
  });

  it("shows no figure of it, and names each that is not shown with its reason", () => {
    const figures = section(page, "figures");
    expect(page.main.querySelectorAll("data")).toEqual([]);
    expect(figures).toContain("aucun chiffre de cet établissement ne peut être montré");
    expect(figures).toMatch(
      /Nombre de partenaires inscrits .*Donnée synthétique : elle ne se montre pas à côté du nom d'un établissement/,
    );
    expect(figures).toContain("ne se publient pas par établissement");
    expect(figures).toContain("Argent du bureau");
  });

  it("keeps the defence of rights apart from co-construction, and counts neither", () => {
    const committees = section(page, "committees");
    const [before, after] = committees.split("Aucune collaboration de co-construction n'est inscrite.");
    expect(after).toBe("");
    expect(before).toContain("Défense des droits Comité des usagers – CIUSSS de l'Estrie – CHUS");
    expect(before).toContain("Synthétique");
  });

  it("marks what nobody has confirmed, its parent body among it", () => {
    const names = section(page, "names");
    expect(names).toMatch(/Santé Québec \(depuis le 1er décembre 2024\)\. .*Non vérifié/);
    expect(names).toContain("05-CIUSSS Estrie-CHUS");
  });
});

it("an allowed figure stands beside its peers and Québec, with its source and its engagement", async () => {
  const change = (values: string) =>
    hub.database.query(
      `UPDATE quality_indicators_published.observation SET ${values}
       WHERE campaign = '2024' AND indicator = 'IQP-06' AND area = 'ciusss-estrie-chus'`,
    );
  await change("status = 'OBSERVED', reason = NULL, origin = 'COMPUTED', value = 1042");
  const page = await readPage(hub, "/en/establishments/ciusss-estrie-chus");
  await change("status = 'SUPPRESSED', reason = 'SYNTHETIC', origin = 'SYNTHETIC', value = NULL");
  const [row] = page.main.querySelectorAll("section tbody tr");
  const cells = row!.childElements.map((cell) => told(cell));
  expect(cells[0]).toContain("Number of partners taking part right now");
  expect(cells[1]).toMatch(
    /^1,042 people How far these partners are engaged.*Not asked.*Vintage of the data 2024\.1/,
  );
  expect(cells[2]).toContain("The notice of the campaign does not let this measure be published");
  expect(cells[3]).toMatch(/^892 people Synthetic/);
  expect(row!.querySelectorAll("data").map((figure) => attributeOf(figure, "value"))).toEqual([
    "1042",
    "892",
  ]);
});

it("the page of a northern establishment says what is not known, and shows no figure", async () => {
  const page = await readPage(hub, "/en/establishments/rrsss-nunavik");
  expect(section(page, "office")).toContain(
    "No source says whether the establishment has a partnership office.",
  );
  expect(section(page, "answered")).toContain(
    "No: the printed list of establishments that were not represented",
  );
  expect(section(page, "figures")).toContain("none of its answers is part of a vintage");
  expect(section(page, "research")).toContain("No research partnership is on record.");
  expect(section(page, "names")).toContain("No parent body is on record.");
  expect(told(page.main)).toContain("no peer group");
  expect(page.main.querySelectorAll("data")).toEqual([]);
});

it("says that it is not known where neither printed list names an establishment", async () => {
  const page = await readPage(hub, "/etablissements/institut-philippe-pinel");
  expect(section(page, "answered")).toContain(
    "On ne sait pas : aucune des deux listes imprimées ne le nomme.",
  );
});

it("has no page for an establishment that does not exist", async () => {
  for (const address of ["/etablissements/nulle-part", "/en/establishments/%3Cscript%3E"])
    expect((await readPage(hub, address)).status).toBe(404);
});

describe("the list of establishments", () => {
  const named = ({ main }: ServedPage): string[] =>
    main.querySelectorAll(".establishments li > a").map((link) => told(link));

  it("names the 35 under their regions, each with whether it answered in 2024", async () => {
    const page = await readPage(hub, "/etablissements");
    expect(named(page)).toHaveLength(35);
    expect(page.main.querySelectorAll("h2")).toHaveLength(18);
    const words = told(page.main);
    expect(words.match(/Portrait de 2024 : a répondu/g)).toHaveLength(26);
    expect(words.match(/Portrait de 2024 : n'a pas répondu/g)).toHaveLength(7);
    expect(words.match(/Portrait de 2024 : dans aucune des deux listes/g)).toHaveLength(2);
  });

  it("is filtered by region, type and word, without a script", async () => {
    expect(named(await readPage(hub, "/etablissements?region=RSS-03&type=INSTITUT"))).toHaveLength(1);
    expect(named(await readPage(hub, "/en/establishments?word=MONTEREGIE"))).toHaveLength(3);
    const none = await readPage(hub, "/etablissements?mot=zzzz");
    expect(told(none.main)).toContain("Aucun établissement ne répond à ce choix.");
  });

  it("sets an unknown region or type aside, and says so", async () => {
    const page = await readPage(hub, "/etablissements?region=RSS-99&type=%3Cscript%3E");
    expect(named(page)).toHaveLength(35);
    expect(told(page.main)).toContain("« RSS-99 » n'est pas le code d'une région");
    expect(told(page.main)).toContain("« <script> » n'est pas un type d'établissement");
  });
});
