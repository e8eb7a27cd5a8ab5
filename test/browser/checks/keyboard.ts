import type { Page } from "playwright-core";

/** What the page notes of itself while somebody goes through it with the tab key. */
interface Walk {
  readonly reached: Set<Element>;
  readonly unseen: string[];
  /** How those looked with the focus that have no line around them of their own. */
  readonly looks: Map<Element, string>;
}

/** Going through the page with the tab key reaches everything that can be used, and each shows that it has the focus. */
export async function keyboardBreaches(page: Page): Promise<string[]> {
  const expected = await page.evaluate(beginWalk);
  // Some groups take one stop; a few more than expected show that nothing holds the focus fast.
  for (let step = 0; step < expected + 3; step += 1) await page.keyboard.press("Tab");
  return page.evaluate(endWalk);
}

/** Watches the focus from the top of the page on; gives the number of elements to be reached. */
function beginWalk(): number {
  const usable =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled");
  const named = (element: Element): string => {
    const words = element.getAttribute("name") ?? element.textContent ?? "";
    return `<${element.tagName.toLowerCase()}> ${words.trim().slice(0, 60)} ${element.getAttribute("href") ?? ""}`;
  };
  const isOutlined = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const isTransparent = /^rgba\(.*, 0\)$|^transparent$/.test(outlineColor);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !isTransparent;
  };
  /** The lines of an element and of what is drawn in it: a drawing shows the focus by a stroke. */
  const lookOf = (element: Element): string =>
    [element, ...element.querySelectorAll("*")]
      .map((part) => {
        const { boxShadow, stroke, strokeWidth } = getComputedStyle(part);
        return [boxShadow, stroke, strokeWidth].join();
      })
      .join(";");
  const walk: Walk = { reached: new Set(), unseen: [], looks: new Map() };
  Object.assign(window, { walk, usable, isShown, named, lookOf });
  document.addEventListener("focusin", ({ target }) => {
    const element = target as Element;
    if (walk.reached.has(element)) return;
    walk.reached.add(element);
    if (!isOutlined(element)) walk.looks.set(element, lookOf(element));
    const { width, height, bottom } = element.getBoundingClientRect();
    if (width * height === 0 || bottom < 0)
      walk.unseen.push(`focused, and not on the page: ${named(element)}`);
  });
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.setPosition(document.body, 0);
  // A date has a stop for each of its parts.
  const stops = (element: Element): number =>
    element.matches('input[type^="date"], input[type="time"]') ? 8 : 1;
  const shown = [...document.querySelectorAll(usable)].filter(isShown);
  return shown.reduce((sum, element) => sum + stops(element), 0);
}

function endWalk(): string[] {
  const { walk, usable, isShown, named, lookOf } = window as unknown as {
    readonly walk: Walk;
    readonly usable: string;
    readonly isShown: (element: Element) => boolean;
    readonly named: (element: Element) => string;
    readonly lookOf: (element: Element) => string;
  };
  (document.activeElement as HTMLElement | null)?.blur();
  const unmarked = [...walk.looks].filter(([element, look]) => look === lookOf(element));
  const isOfGroup = (element: Element): boolean => {
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return false;
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type="radio"]`)].filter(
      ({ name, form }) => name === element.name && form === element.form,
    );
    return group.some((radio) => walk.reached.has(radio));
  };
  const missed = [...document.querySelectorAll(usable)].filter(
    (element) => isShown(element) && !walk.reached.has(element) && !isOfGroup(element),
  );
  return [
    ...missed.map((element) => `not reached by the keyboard: ${named(element)}`),
    ...unmarked.map(([element]) => `focus not seen: ${named(element)}`),
    ...walk.unseen,
  ];
}
