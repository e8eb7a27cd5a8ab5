import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { addressOf } from "../../gateway/portal/addresses.js";
import { languages } from "../../gateway/portal/language.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { type About, faultOf, rowsOf } from "./match-figures.js";
import { plantFigures } from "./planted-figures.js";
import { type Published, readPublished } from "./published-rows.js";
import { readPage } from "./served-page.js";
import { toldFigures } from "./told-figures.js";

let hub: TestHub;
let published: Published;
beforeAll(async () => {
  hub = await aHub("in process");
  const query = hub.database.query.bind(hub.database);
  await plantFigures(query);
  published = await readPublished(query);
}, 60_000);
afterAll(() => hub?.close());

/** A page, and what it is about. */
interface Walked extends About {
  readonly address: string;
}

/** The faults of the figures of pages; what each told of is noted, so that nothing is left untold. */
async function faultsOf(pages: readonly Walked[], told: Set<string> = new Set()): Promise<string[]> {
  const faults: string[] = [];
  let figures = 0;
  for (const { address, ...about } of pages) {
    const page = await readPage(hub, address);
    if (page.status !== 200) faults.push(`${address}: ${page.status}`);
    for (const figure of toldFigures(page)) {
      figures += 1;
      const fault = faultOf(figure, about, published);
      if (fault !== null) faults.push(`${address}: ${fault}`);
      for (const row of rowsOf(figure, about, published))
        told.add(`${about.language} ${JSON.stringify(row)}`);
    }
  }
  if (figures === 0) faults.push("no figure was told on any page");
  return faults;
}

describe("every figure that a page tells is the published row's", () => {
  it.each(languages)(
    "on the pages of indicators, each campaign and each category, %s",
    async (language) => {
      const word = {
        fr: { campaign: "campagne", category: "categorie" },
        en: { campaign: "campaign", category: "category" },
      };
      const of = word[language];
      const pages = [...published.indicators.keys()].flatMap((indicator) => {
        const page = (query: [string, string][], more: object): Walked => ({
          address: addressOf(language, "indicator", { code: indicator }, query),
          language,
          indicator,
          ...more,
        });
        const campaigns = [...published.campaigns.keys()];
        const categories = [...published.categories.keys()].filter((key) => key.startsWith(`${indicator} `));
        return [
          page([], {}),
          ...campaigns.map((campaign) => page([[of.campaign, campaign]], { campaign })),
          ...categories.map((key) => {
            const category = key.split(" ")[1] ?? "";
            return page([[of.category, category]], { category });
          }),
        ];
      });
      const told = new Set<string>();
      expect(await faultsOf(pages, told)).toEqual([]);
    },
    300_000,
  );
});
