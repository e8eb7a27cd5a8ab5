import type { HtmlElement } from "html-validate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { attributeOf, readPage, type ServedPage, wordsOf } from "../../../test/pages/served-page.js";
import { addressOf } from "../addresses.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

// The words of an element, its spaces that may not break told as plain ones.
const told = (element: HtmlElement): string => wordsOf(element).replace(/[\u00a0\u202f]/g, " ");

const compare = (type: string, ...codes: string[]): Promise<ServedPage> =>
  readPage(
    hub,
    addressOf("fr", "comparison", {}, [
      ["type", type],
      ...codes.map((code) => ["etablissement", code] as const),
    ]),
  );
const five = ["cisss-laval", "cisss-outaouais", "cisss-gaspesie", "cisss-lanaudiere", "cisss-laurentides"];
const table = ({ main }: ServedPage, caption: RegExp) =>
  main.querySelectorAll("table").find((one) => caption.test(told(one.querySelector("caption")!)));
const heads = (page: ServedPage): string[] =>
  table(page, /chiffres publics/)!
    .querySelectorAll("thead th")
    .map((head) => told(head));
const mistakes = ({ main }: ServedPage): string[] =>
  main.querySelectorAll("#mistakes a").map((link) => told(link));

it("offers the establishments of the chosen type, each with a label", async () => {
  const page = await compare("CHU");
  const boxes = page.main.querySelectorAll("#places input");
  expect(boxes.map((box) => attributeOf(box, "value"))).toEqual([
    "chu-de-quebec",
    "chum",
    "chu-sainte-justine",
    "cusm",
  ]);
  const labels = page.main.querySelectorAll("#places label").map((label) => attributeOf(label, "for"));
  expect(labels).toEqual(boxes.map((box) => attributeOf(box, "id")));
  expect(page.main.querySelectorAll("table")).toEqual([]);
});

it("sets two establishments side by side, with their peers and Québec", async () => {
  const page = await compare("CIUSSS", "ciusss-estrie-chus", "ciusss-nord-montreal");
  expect(heads(page)).toEqual([
    "Indicateur",
    "CIUSSS de l'Estrie – CHUS",
    "CIUSSS du Nord-de-l'Île-de-Montréal",
    "Leurs pairs : les CIUSSS",
    "Québec",
    "Source",
  ]);
  const register = told(table(page, /registre/)!);
  expect(register).toContain("Région Estrie Montréal");
  expect(register).toContain("Portrait de 2024 a répondu a répondu");
});

it("shows nothing of an establishment that is suppressed, and says why", async () => {
  const page = await compare("CISSS", ...five);
  const figures = table(page, /chiffres publics/)!;
  for (const row of figures.querySelectorAll("tbody tr")) {
    const own = row.childElements.slice(1, 1 + five.length);
    expect(own).toHaveLength(five.length);
    for (const cell of own) {
      expect(cell.querySelectorAll("data")).toEqual([]);
      expect(told(cell)).toContain("Non montrée");
    }
  }
  expect(told(page.main)).toContain("Donnée synthétique : elle ne se montre pas");
});

it("shows each allowed figure in its establishment's own column", async () => {
  const change = (area: string, value: number | null) =>
    hub.database.query(
      `UPDATE quality_indicators_published.observation
       SET status = $3, reason = $4, origin = $5, value = $2
       WHERE campaign = '2024' AND indicator = 'IQP-05' AND area = $1`,
      value === null
        ? [area, value, "SUPPRESSED", "SYNTHETIC", "SYNTHETIC"]
        : [area, value, "OBSERVED", null, "COMPUTED"],
    );
  await change("cisss-laval", 61);
  await change("cisss-outaouais", 47);
  const page = await compare("CISSS", "cisss-outaouais", "cisss-laval", "cisss-gaspesie");
  await change("cisss-laval", null);
  await change("cisss-outaouais", null);
  const row = table(page, /chiffres publics/)!.querySelector("tbody tr")!;
  const values = row.childElements.map((cell) =>
    cell.querySelectorAll("data").map((figure) => attributeOf(figure, "value")),
  );
  expect(values).toEqual([[], ["47"], ["61"], [], [], ["1721"], []]);
});

it("refuses a sixth establishment in words, keeps the choice, and compares none", async () => {
  const page = await compare("CISSS", ...five, "cisss-cote-nord");
  expect(page.status).toBe(200);
  expect(mistakes(page)).toEqual([expect.stringContaining("Vous avez choisi 6 établissements")]);
  expect(mistakes(page)[0]).toContain("cinq au plus se comparent. Décochez-en un.");
  expect(page.main.querySelectorAll("table")).toEqual([]);
  const places = page.main.querySelector("#places")!;
  expect(places.querySelectorAll("input[checked]")).toHaveLength(6);
  expect(attributeOf(places, "aria-describedby")).toBe("mistakes");
});

it("tells a wrong code, an establishment of another type and a wrong type, and compares the others", async () => {
  const page = await compare("CISSS", "cisss-laval", "cisss-outaouais", "<b>nulle-part", "chum");
  expect(mistakes(page)).toEqual([
    expect.stringContaining("« <b>nulle-part » n'est pas le code d'un établissement."),
    expect.stringContaining("CHUM n'est pas du type choisi"),
  ]);
  expect(heads(page)).toHaveLength(6);
  expect(mistakes(await compare("HOPITAL"))).toEqual([expect.stringContaining("« HOPITAL »")]);
});
