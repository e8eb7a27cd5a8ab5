import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { plainSpaces, wordsOfHtml } from "../page/testing/read-page.js";
import { childrenOf, type ReadElement, readXml } from "./testing/read-xml.js";
import { vintagesFeed } from "./vintages-feed.js";

const publish =
  'mutation { publishCampaign(campaign: "2025-2026", reason: "Première & <seule>") { vintage } }';
const withdraw =
  'mutation { withdrawVintage(vintage: "2025-2026.1", reason: "Une valeur désigne un bureau.") { isWithdrawn } }';

let hub: TestHub;
beforeAll(async () => {
  // With the cache on: what is published or withdrawn must not be told from before.
  hub = await aHub("in process", { ANSWER_CACHE_MEGABYTES: "16" });
}, 120_000);
afterAll(() => hub?.close());

const feeds = [
  ["fr", "/donnees/editions.atom", "/donnees/journal"],
  ["en", "/en/data/vintages.atom", "/en/data/change-log"],
] as const;
const read = async (path: string): Promise<string> => (await fetch(`${hub.address}${path}`)).text();
const one = (element: ReadElement, name: string): ReadElement => {
  const found = childrenOf(element, name);
  expect([name, found.length]).toEqual([name, 1]);
  return found[0]!;
};
const entriesOf = async (path: string): Promise<ReadElement[]> =>
  childrenOf(readXml(await read(path)), "entry");

async function expectVintagesOfTable(): Promise<void> {
  const rows = await hub.database.query<{
    code: string;
    publishedAt: Date;
    withdrawnAt: Date | null;
    reason: Record<"fr" | "en", string>;
    withdrawnReason: Record<"fr" | "en", string> | null;
  }>(`SELECT code, published_at AS "publishedAt", withdrawn_at AS "withdrawnAt", reason,
         withdrawn_reason AS "withdrawnReason" FROM quality_indicators_published.vintage
       ORDER BY coalesce(withdrawn_at, published_at) DESC, code COLLATE "C" DESC`);
  for (const [language, path, log] of feeds)
    expect(
      (await entriesOf(path)).map((entry) => ({
        id: one(entry, "id").text,
        published: new Date(one(entry, "published").text),
        updated: new Date(one(entry, "updated").text),
        summary: plainSpaces(one(entry, "summary").text),
      })),
    ).toEqual(
      rows.map(({ code, publishedAt, withdrawnAt, reason, withdrawnReason }) => {
        const told = withdrawnReason ?? reason;
        return {
          id: `${hub.address}${log}#edition-${code.replace(".", "-")}`,
          published: publishedAt,
          updated: withdrawnAt ?? publishedAt,
          summary: plainSpaces(told[language] ?? told.fr),
        };
      }),
    );
}

describe("the feed of vintages", () => {
  it.each(feeds)("has in %s what RFC 4287 asks of a feed and of each entry", async (_, path, log) => {
    const answer = await fetch(`${hub.address}${path}`);
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const feed = readXml(await answer.text());
    expect([feed.name, feed.attributes.xmlns]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
    expect(one(feed, "id").text).toMatch(/^https?:\/\//);
    expect(one(feed, "title").text).not.toBe("");
    expect(one(one(feed, "author"), "name").text).toBe("Carrefour");
    const links = childrenOf(feed, "link").map(({ attributes: { rel, href } }) => [rel, href]);
    expect(links).toEqual([
      ["self", `${hub.address}${path}`],
      ["alternate", `${hub.address}${log}`],
    ]);
    const entries = childrenOf(feed, "entry");
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      for (const name of ["id", "title", "summary"]) expect(one(entry, name).text).not.toBe("");
      expect(one(entry, "link").attributes).toMatchObject({ rel: "alternate", href: one(entry, "id").text });
      expect(one(entry, "updated").text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
    expect(one(feed, "updated").text).toBe(one(entries[0]!, "updated").text);
  });

  it("is not sent again to somebody who has it", async () => {
    const [, path] = feeds[0];
    const first = await fetch(`${hub.address}${path}`);
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(`${hub.address}${path}`, { headers: { "if-none-match": etag } });
    expect([first.status, again.status]).toEqual([200, 304]);
  });

  it("tells the vintages of the published table, in order, a new one as soon as it is out", async () => {
    await expectVintagesOfTable();
    const { errors } = await hub.ask(publish, { account: "steward:publish" });
    expect(errors).toBeUndefined();
    expect(await entriesOf(feeds[0][1])).toHaveLength(2);
    await expectVintagesOfTable();
  });

  it("tells a withdrawn vintage under its former id, with the reason; so does the log of changes", async () => {
    const before = (await entriesOf(feeds[0][1])).map((entry) => one(entry, "id").text).sort();
    for (const account of ["steward:publish", "steward:privacy"])
      expect((await hub.ask(withdraw, { account })).errors).toBeUndefined();
    await expectVintagesOfTable();
    expect((await entriesOf(feeds[0][1])).map((entry) => one(entry, "id").text).sort()).toEqual(before);
    for (const [, , log] of feeds) {
      const html = await read(log);
      expect(html).toContain('id="edition-2025-2026-1"');
      expect(wordsOfHtml(html)).toContain("Une valeur désigne un bureau.");
    }
  });

  it("is named in the head of every page, in the page's language", async () => {
    for (const [page, path] of [
      ["/", feeds[0][1]],
      ["/en/contradictions", feeds[1][1]],
    ])
      expect(await read(page!)).toMatch(
        new RegExp(`<link rel="alternate" type="application/atom\\+xml"[^>]* href="${path}"`),
      );
  });

  it("is well formed for another reader too, and whole when nothing is published yet", () => {
    const empty = vintagesFeed([], "fr", "https://carrefour.exemple.ca");
    expect(one(readXml(empty), "updated").text).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
    expect(childrenOf(readXml(empty), "entry")).toEqual([]);
    let isHere = true;
    try {
      execFileSync("python3", ["--version"], { stdio: "ignore" });
    } catch {
      isHere = false;
    }
    if (isHere)
      execFileSync(
        "python3",
        ["-c", "import sys, xml.dom.minidom as x; x.parseString(sys.stdin.buffer.read())"],
        {
          input: empty,
        },
      );
  });
});
