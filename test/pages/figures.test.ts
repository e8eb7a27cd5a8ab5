import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf } from "../../gateway/portal/addresses.js";
import { languages } from "../../gateway/portal/language.js";
import { queryNames } from "../../gateway/portal/indicator/indicator-query.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { type About, faultOf, rowsOf, strayPairs } from "./match-figures.js";
import { plantFigures } from "./planted-figures.js";
import { type Published, type PublishedRow, readPublished } from "./published-rows.js";
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

/** What a walk over pages found: what is wrong with their figures, and the rows that they told of. */
interface Walk {
  readonly faults: readonly string[];
  readonly told: ReadonlySet<PublishedRow>;
}

async function walk(pages: readonly Walked[]): Promise<Walk> {
  const faults: string[] = [];
  const told = new Set<PublishedRow>();
  for (const { address, ...about } of pages) {
    const page = await readPage(hub, address);
    if (page.status !== 200) faults.push(`${address}: ${page.status}`);
    for (const figure of toldFigures(page)) {
      const fault = faultOf(figure, about, published);
      if (fault !== null) faults.push(`${address}: ${fault}`);
      for (const row of rowsOf(figure, about, published))
        if (row.values.includes(figure.value)) told.add(row);
    }
    faults.push(...strayPairs(page, published).map((pair) => `${address}: no row has ${pair}`));
  }
  return { faults, told };
}

const untold = ({ told }: Walk, isExpected: (row: PublishedRow) => boolean): string[] =>
  published.rows
    .filter((row) => row.isObserved && row.values.length > 0 && isExpected(row) && !told.has(row))
    .map(({ indicator, campaign, area, category, values }) =>
      [indicator, campaign, area, category, values.join("–")].join(" "),
    );

describe.each(languages)("every figure that a page tells is the published row's, %s", (language) => {
  const parameter = (name: keyof typeof queryNames): string => queryNames[name][language];

  it("on the pages of indicators: each campaign, each category, and nothing left out", async () => {
    const pages = [...published.indicators.keys()].flatMap((indicator) => {
      const page = (query: readonly (readonly [string, string])[], more: Partial<About>): Walked => ({
        address: addressOf(language, "indicator", { code: indicator }, query),
        language,
        indicator,
        ...more,
      });
      const categories = [...published.categories.keys()].filter((key) => key.startsWith(`${indicator} `));
      return [
        page([], {}),
        ...[...published.campaigns.keys()].map((campaign) =>
          page([[parameter("campaign"), campaign]], { campaign }),
        ),
        ...categories.map((key) => {
          const category = key.split(" ")[1] ?? "";
          return page([[parameter("category"), category]], { category });
        }),
      ];
    });
    const walked = await walk(pages);
    expect(walked.faults).toEqual([]);
    const isOfAnIndicator = ({ indicator, campaign, level }: PublishedRow): boolean =>
      indicator !== null && published.campaigns.has(campaign ?? "") && level === "PROVINCE";
    expect(untold(walked, isOfAnIndicator)).toEqual([]);
  }, 600_000);

  it.each([
    { page: "region", level: "HEALTH_REGION", codes: /^RSS-/ },
    { page: "establishment", level: "ESTABLISHMENT", codes: /^(?!RSS-|QC$)[a-z]/ },
  ] as const)(
    "on the pages of each $page",
    async ({ page, level, codes }) => {
      const places = [...published.areas.keys()].filter((code) => codes.test(code));
      const pages = places.flatMap((code): Walked[] => {
        const campaign = page === "region" ? ([[parameter("campaign"), "2024"]] as const) : [];
        return [
          { address: addressOf(language, page, { code }, campaign), language, area: code, campaign: "2024" },
        ];
      });
      expect(pages.length).toBe(page === "region" ? 18 : 35);
      const walked = await walk(pages);
      expect(walked.faults).toEqual([]);
      expect(untold(walked, (row) => row.level === level)).toEqual([]);
    },
    300_000,
  );
});
