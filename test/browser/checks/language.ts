import type { Page } from "playwright-core";
import { type Language, localeOf } from "../../../gateway/portal/language.js";

// Words that a page of the other language does not have.
const marks: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:le|la|les|des|est|et|dans|pour|une|qui|du)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|is|are|in|for|which|that|with|to)(?!\p{L})/giu,
};

/** The page says which language it is in, and its words are in it; what is in another says so. */
export async function languageBreaches(page: Page, language: Language): Promise<string[]> {
  const { declared, text } = await page.evaluate(() => {
    const main = document.body.cloneNode(true) as HTMLElement;
    for (const other of main.querySelectorAll("[lang], code, pre, script")) other.remove();
    return { declared: document.documentElement.lang, text: main.textContent ?? "" };
  });
  const count = (which: Language): number => text.match(marks[which])?.length ?? 0;
  const spoken: Language = count("fr") >= count("en") ? "fr" : "en";
  const expected = localeOf(language);
  // A name of the API that nobody put into words: NOT_EXTRACTED.
  const raw = [...new Set(text.match(/(?<![\p{L}-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\p{L})/gu))];
  return [
    ...(declared === expected ? [] : [`lang: expected « ${expected} », got « ${declared} »`]),
    ...raw.map((word) => `not put into words: ${word}`),
    ...(spoken === language
      ? []
      : [`its words are not in its language: ${count("fr")} French, ${count("en")} English`]),
  ];
}
