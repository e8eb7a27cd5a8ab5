import type { Browser } from "playwright-core";
import { say } from "../scale/tap.js";
import { accessibilityBreaches } from "./checks/accessibility.js";
import { keyboardBreaches } from "./checks/keyboard.js";
import { languageBreaches } from "./checks/language.js";
import { layoutBreaches, motionBreaches } from "./checks/layout.js";
import { aVisitor, type Visitor } from "./visitor.js";

/** A fault that a page must not have, and the check that must see it. */
interface Mutation {
  readonly fault: string;
  /** Done to the page in the browser. */
  readonly make: () => void;
  readonly look: (visitor: Visitor) => Promise<string[]>;
  /** What the check must say. */
  readonly expected: RegExp;
}

const axe = ({ page }: Visitor): Promise<string[]> => accessibilityBreaches(page);

const mutations: readonly Mutation[] = [
  {
    fault: "a field without its label",
    make: () => document.querySelector('label[for="site-search"]')?.remove(),
    look: axe,
    expected: /^label: .*site-search/,
  },
  {
    fault: "text of contrast 3:1",
    // #949494 on white is 3.03:1.
    make: () => {
      const text = document.querySelector<HTMLElement>("main p")!;
      text.style.color = "#949494";
      text.style.backgroundColor = "#ffffff";
    },
    look: axe,
    expected: /^color-contrast: /,
  },
  {
    fault: "links that do not show the focus",
    make: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".site-menu a:focus-visible { outline: none; }");
      document.adoptedStyleSheets.push(sheet);
    },
    look: ({ page }) => keyboardBreaches(page),
    expected: /^focus not seen: <a>/,
  },
  {
    fault: "a page that names the wrong language",
    make: () => document.documentElement.setAttribute("lang", "en-CA"),
    look: ({ page }) => languageBreaches(page, "fr"),
    expected: /^lang: expected « fr-CA »/,
  },
  {
    fault: "a link without words",
    make: () => {
      const link = document.createElement("a");
      link.href = "/glossaire";
      document.querySelector("main")?.append(link);
    },
    look: axe,
    expected: /^link-name: /,
  },
  {
    fault: "something wider than a telephone",
    make: () => {
      document.querySelector<HTMLElement>("main p")!.style.width = "500px";
    },
    look: ({ page }) => layoutBreaches(page),
    expected: /^320 px: /,
  },
  {
    fault: "a second first heading",
    make: () => void document.querySelector("main")?.append(document.createElement("h1")),
    look: ({ page }) => layoutBreaches(page),
    expected: /^h1: expected one, got 2/,
  },
  {
    fault: "something that moves for who has asked for less motion",
    make: () => {
      document.querySelector<HTMLElement>("main p")!.style.transition = "color 1s";
    },
    look: ({ page }) => motionBreaches(page),
    expected: /moves$/,
  },
  {
    fault: "a picture from elsewhere",
    make: () => {
      const picture = document.createElement("img");
      picture.src = "http://elsewhere.invalid/picture.png";
      document.querySelector("main")?.append(picture);
    },
    look: async ({ page, breaches }) => {
      await page.waitForTimeout(200);
      return breaches();
    },
    expected: /^policy: img-src/,
  },
];

/** Makes each fault in the home page and says whether the check sees it there, and only then. */
export async function proveMutations(browser: Browser, address: string): Promise<void> {
  for (const { fault, make, look, expected } of mutations) {
    const visitor = await aVisitor(browser, { language: "fr", address });
    await visitor.page.goto("/");
    const before = await look(visitor);
    await visitor.page.goto("/");
    await visitor.page.evaluate(make);
    const after = await look(visitor);
    const isSeen = after.some((line) => expected.test(line)) && !before.some((line) => expected.test(line));
    say(
      `seen when it is made: ${fault}`,
      isSeen ? [] : [`expected ${String(expected)}`, ...before.map((line) => `before: ${line}`), ...after],
    );
    await visitor.leave();
  }
}
