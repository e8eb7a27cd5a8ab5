import type { Page } from "playwright-core";

const wide = { width: 1280, height: 900 };

/** The widths at which a page must need no scrolling to the side: a small telephone, and 1280 pixels magnified twice. */
const widths = [
  { what: "320 px", width: 320 },
  { what: "200 %", width: wide.width / 2 },
];

/** The page's shape: one first heading, headings in their order, and room for everything in a narrow window. */
export async function layoutBreaches(page: Page): Promise<string[]> {
  const breaches = await page.evaluate(() => {
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const levels = headings.map(({ tagName }) => Number(tagName[1]));
    const first = levels.filter((level) => level === 1).length;
    const skipped = headings.filter((_, index) => levels[index]! > (levels[index - 1] ?? 0) + 1);
    return [
      ...(first === 1 ? [] : [`h1: expected one, got ${first}`]),
      ...skipped.map(
        (heading) => `a level is left out before <${heading.tagName.toLowerCase()}> ${heading.textContent}`,
      ),
    ];
  });
  for (const { what, width } of widths) {
    await page.setViewportSize({ ...wide, width });
    breaches.push(...(await tooWide(page)).map((element) => `${what}: ${element} does not fit`));
  }
  await page.setViewportSize(wide);
  return breaches;
}

/** What sticks out, when the page scrolls to the side. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (element: Element): boolean =>
      ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX);
    const isInside = (element: Element): boolean => {
      for (
        let parent = element.parentElement;
        parent && parent !== document.body;
        parent = parent.parentElement
      )
        if (scrolls(parent)) return true;
      return false;
    };
    const out = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !isInside(element),
    );
    const told = out
      .slice(-3)
      .map(
        ({ tagName, className, textContent }) =>
          `<${tagName.toLowerCase()} class="${String(className)}"> ${(textContent ?? "").slice(0, 60)}`,
      );
    return [`${scrollWidth} px of ${clientWidth}:`, ...told];
  });

/** Nothing moves for who has asked for less motion. */
export async function motionBreaches(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const isTransition = transitionDuration.split(", ").some((seconds) => parseFloat(seconds) > 0.001);
        return isTransition || animationName !== "none" || scrollBehavior === "smooth";
      })
      .map(({ tagName, className }) => `<${tagName.toLowerCase()} class="${String(className)}"> moves`),
  );
  await page.emulateMedia({ reducedMotion: "no-preference" });
  return [...new Set(moving)];
}
