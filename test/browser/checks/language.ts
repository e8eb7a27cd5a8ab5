import type { Page } from "playwright-core";
import { type Language, localeOf } from "../../../gateway/portal/language.js";

// Words that a page of the other language does not have.
const marks: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:le|la|les|des|est|et|dans|pour|une|qui|du)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|is|are|in|for|which|that|with|to)(?!\p{L})/giu,
};

// Pages for programmers speak of the API by its own names.
const forProgrammers = /^\/(donnees|en\/data)(\/|$)/;

// The form's questions are numbered so: « A2.6.count », « G2.CO_LED ».
const questionNumber = /(?<!\p{L})[A-G]\d+[a-z]?(?:\.\w+)+/gu;

/** The page says which language it is in, and its words are in it; what is in another says so. */
export async function languageBreaches(page: Page, language: Language): Promise<string[]> {
  const { declared, text } = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest("body [lang], code, pre, script"))
        words.push(walker.currentNode.textContent ?? "");
    return { declared: document.documentElement.lang, text: words.join(" ") };
  });
  const count = (which: Language): number => text.match(marks[which])?.length ?? 0;
  const spoken: Language = count("fr") >= count("en") ? "fr" : "en";
  const expected = localeOf(language);
  // A name of the API that nobody put into words: NOT_EXTRACTED.
  const raw = [
    ...new Set(
      text.replace(questionNumber, "").match(/(?<![\p{L}-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\p{L})/gu),
    ),
  ];
  return [
    ...(declared === expected ? [] : [`lang: expected « ${expected} », got « ${declared} »`]),
    ...(forProgrammers.test(new URL(page.url()).pathname) ? [] : raw).map(
      (word) => `not put into words: ${word}`,
    ),
    ...(spoken === language
      ? []
      : [`its words are not in its language: ${count("fr")} French, ${count("en")} English`]),
  ];
}
