import type { Page } from "playwright-core";
import { tooWide } from "./layout.js";

const screen = { width: 1280, height: 900 };
/** A sheet of letter paper between its margins, in CSS pixels. */
const sheet = { width: 720, height: 960 };

/** With the colours of who chose their own: what a colour told is told by a line. */
export async function forcedColourBreaches(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  const breaches = await page.evaluate(() => {
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const isLined = (element: Element): boolean => {
      const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(element);
      // A button that looks like a link is underlined as one.
      return (
        (borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0) || textDecorationLine === "underline"
      );
    };
    const unlined = [...document.querySelectorAll("button, .button, .card, .notice, .synthetic")].filter(
      (element) => isShown(element) && !isLined(element),
    );
    const lineOf = (element: Element): string => getComputedStyle(element).borderBottomColor;
    const others = [...document.querySelectorAll(".site-menu a:not([aria-current])")].map(lineOf);
    const current = [...document.querySelectorAll(".site-menu a[aria-current]")].map(lineOf);
    return [
      ...unlined.map((element) => `no line around <${element.tagName.toLowerCase()}> ${element.textContent}`),
      ...(current.some((line) => others.includes(line)) ? ["the menu does not tell the current page"] : []),
    ];
  });
  await page.emulateMedia({ forcedColors: "none" });
  return breaches;
}

/** On paper: no way to go on, nothing cut off, and where each figure comes from unfolded. */
export async function paperBreaches(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(sheet);
  const breaches = await page.evaluate(() => {
    const shown = (selector: string): Element[] =>
      [...document.querySelectorAll(selector)].filter((element) =>
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
      );
    const folded = [...document.querySelectorAll("details.told > :not(summary)")].filter(
      (element) => !element.checkVisibility(),
    );
    const cut = shown(".scroll").filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth + 1);
    return [
      ...shown("header.site-header, footer.site-footer, button").map(
        (element) =>
          `on paper: <${element.tagName.toLowerCase()}> ${(element.textContent ?? "").slice(0, 40)}`,
      ),
      ...folded.map((element) => `folded on paper: ${(element.textContent ?? "").slice(0, 60)}`),
      ...cut.map((element) => `cut on paper: ${element.getAttribute("aria-label")}`),
    ];
  });
  breaches.push(...(await tooWide(page)).map((element) => `on paper: ${element} does not fit`));
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(screen);
  return breaches;
}
