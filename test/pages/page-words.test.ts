import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../gateway/portal/language.js";
import { publicPages } from "../../gateway/portal/public-pages.js";
import { examplesOf } from "../browser/page-examples.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { attributeOf, readPage, type ServedPage, wordsOf } from "./served-page.js";

let hub: TestHub;
const pages: ServedPage[] = [];
beforeAll(async () => {
  hub = await aHub("in process");
  for (const language of languages)
    for (const { address } of examplesOf(publicPages, language)) pages.push(await readPage(hub, address));
}, 300_000);
afterAll(() => hub?.close());

/** What is wrong with the pages, one line each. */
const faults = (
  look: (page: ServedPage) => readonly string[],
  isLookedAt: (page: ServedPage) => boolean = () => true,
): string[] =>
  pages.filter(isLookedAt).flatMap((page) => look(page).map((fault) => `${page.address}: ${fault}`));

// What programs read, and words of the other language, say so.
const isCode = ["code", "pre", "kbd", "samp", "script", "option"];
const ownWords = (page: ServedPage): string =>
  wordsOf(
    page.main,
    (inner) => isCode.includes(inner.tagName) || attributeOf(inner, "lang") !== null,
  ).replace(/https?:\S+|«\sasOf\s»|“asOf”/g, "");
// Pages for programmers speak of the API by its own names.
const isForEverybody = ({ address }: ServedPage): boolean => !/^\/(donnees|en\/data)(\/|$)/.test(address);

describe("what every page says is put into words", () => {
  it("each answers", () =>
    expect(faults(({ status }) => (status === 200 ? [] : [String(status)]))).toEqual([]));

  it("without a name of the API: NOT_EXTRACTED is no word", () =>
    expect(
      faults(
        (page) => [
          ...new Set(ownWords(page).match(/(?<![\p{L}-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\p{L})/gu) ?? []),
        ],
        isForEverybody,
      ),
    ).toEqual([]));

  it("without the key of a message, and without a place that was not filled in", () =>
    expect(
      faults(
        (page) => [
          ...(ownWords(page).match(
            /\{\w+\}|\bundefined\b|\[object Object\]|\bNaN\b|(?<![\p{L}.])[a-z]+[A-Z][a-z]+[A-Z]?\w*\b/gu,
          ) ?? []),
        ],
        isForEverybody,
      ),
    ).toEqual([]));

  it("in its own language, but for what says that it is in the other", () =>
    expect(
      faults((page) => {
        const other = page.language === "en" ? french : english;
        const own = page.language === "en" ? english : french;
        return sentences(page).filter(
          (text) => count(text, other) >= 3 && count(text, other) > count(text, own),
        );
      }),
    ).toEqual([]));

  it("in French with spaces that do not break within its marks", () =>
    expect(
      faults((page) =>
        page.language === "fr"
          ? (ownWords(page).match(/.{0,20}(?:« | »|\d %| \?| !| ;).{0,10}/gu) ?? [])
          : [],
      ),
    ).toEqual([]));
});

const french = /(?<!\p{L})(?:le|la|les|des|est|et|dans|pour|une|qui|du|de|aux|sur)(?!\p{L})/giu;
const english = /(?<!\p{L})(?:the|of|and|is|are|in|for|which|that|with|to|by|its)(?!\p{L})/giu;
// Names are what they are in either language.
const names =
  /(?:CIUSSS|CISSS) d[\p{L}'’ –-]+|Ministère de la Santé et des Services sociaux|Mauricie-et-du-Centre-du-Québec/gu;
const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;

const sentences = (page: ServedPage): string[] =>
  page.main
    .querySelectorAll("p, li, dd, dt, td, th, h1, h2, h3, h4, caption, summary, label, legend, figcaption")
    .map((element) =>
      wordsOf(
        element,
        (inner) =>
          [...isCode, "ul", "ol", "dl", "p", "table"].includes(inner.tagName) ||
          attributeOf(inner, "lang") !== null,
      ).replace(names, ""),
    );

describe("every page leads on", () => {
  it("to addresses of the hub that answer, each asked once", async () => {
    const links = new Map<string, string>();
    for (const { document, address } of pages)
      for (const link of document.querySelectorAll("a[href]")) {
        const href = attributeOf(link, "href") ?? "";
        const place = new URL(href, `${hub.address}${address}`);
        if (place.origin === hub.address) links.set(`${place.pathname}${place.search}`, address);
      }
    const failed: string[] = [];
    for (const [link, from] of links) {
      const response = await fetch(`${hub.address}${link}`, { headers: { accept: "text/html, */*" } });
      await response.arrayBuffer();
      if (response.status !== 200) failed.push(`${response.status} ${link} (from ${from})`);
    }
    expect(links.size).toBeGreaterThan(100);
    expect(failed).toEqual([]);
  }, 300_000);
});
