import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import type { Language } from "../../../gateway/portal/language.js";
import type { Visitor } from "../visitor.js";

/** Words in both languages. */
export type InBoth<Word = string | RegExp> = Readonly<Record<Language, Word>>;

/** Somebody who does something on the portal, step by step, by what is written on its pages. */
export class Someone {
  constructor(
    readonly visitor: Visitor,
    readonly language: Language,
  ) {}

  get page(): Visitor["page"] {
    return this.visitor.page;
  }

  /** The page's own part. */
  get main(): Locator {
    return this.page.locator("main");
  }

  async opens(address: string): Promise<void> {
    const answer = await this.page.goto(address);
    if (answer?.status() !== 200) throw new Error(`${address}: expected 200, got ${answer?.status()}`);
  }

  /** Follows the first link of that name in the page's own part. */
  async follows(words: InBoth): Promise<void> {
    await this.main.getByRole("link", { name: words[this.language] }).first().click();
    await this.page.waitForLoadState();
  }

  /** Follows the first link that leads to an address that ends so. */
  async followsTo(ending: string): Promise<void> {
    await this.main.locator(`a[href$="${ending}"]`).first().click();
    await this.page.waitForURL((url) => url.href.endsWith(ending));
  }

  async presses(words: InBoth): Promise<void> {
    await this.main.getByRole("button", { name: words[this.language] }).first().click();
    await this.page.waitForLoadState();
  }

  async writes(words: InBoth, text: string): Promise<void> {
    await this.main.getByLabel(words[this.language]).first().fill(text);
  }

  /** Opens a folded part, if it is not open. */
  async unfolds(words: InBoth): Promise<void> {
    const summary = this.main.locator("summary").filter({ hasText: words[this.language] }).first();
    const isOpen = await summary.evaluate((element) => element.closest("details")?.open === true);
    if (!isOpen) await summary.click();
  }

  /** The page says so, whatever the spaces between its words. */
  async reads(...sayings: InBoth[]): Promise<void> {
    const text = (await this.main.innerText()).replace(/[\s\u00a0\u202f]+/g, " ");
    for (const saying of sayings) {
      const words = saying[this.language];
      const isSaid = typeof words === "string" ? text.includes(words) : words.test(text);
      if (!isSaid)
        throw new Error(`${this.page.url()}: expected ${String(words)}, read:\n${text.slice(0, 800)}`);
    }
  }

  /** Saves the file that the first such link gives; gives its text. */
  async saves(link: Locator): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), link.first().click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** Signs in at the development issuer, which asks for no password, and comes to a page of the workspace. */
  async signsIn(account: string, page: string): Promise<void> {
    await this.opens(page);
    await this.follows({ fr: "Continuer vers la page de connexion", en: "Go on to the sign-in page" });
    await this.page.getByLabel(/Ou un autre compte|Or another account/).fill(account);
    await this.page.getByRole("button", { name: /^(Se connecter|Log in)$/ }).click();
    await this.page.waitForURL((url) => url.pathname + url.search === page);
  }
}

/** The same text in both languages. */
export const inBoth = <Word extends string | RegExp>(word: Word): InBoth<Word> => ({ fr: word, en: word });
