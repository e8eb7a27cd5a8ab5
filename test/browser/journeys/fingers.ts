import type { Page } from "playwright-core";

// More stops than any page has.
const mostStops = 1_500;

/** Somebody who uses the keyboard alone: no pointer, no element but the one that has the focus. */
export class Fingers {
  constructor(readonly page: Page) {}

  /** Goes on with the tab key until the focus is on what the selector names. */
  async reaches(selector: string): Promise<void> {
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await this.page.evaluate((words) => document.activeElement?.matches(words) === true, selector))
        return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${this.page.url()}: the tab key does not reach ${selector}`);
  }

  /** Writes in a field, in place of what stands there. */
  async writes(selector: string, text: string): Promise<void> {
    await this.reaches(selector);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(text);
  }

  /** Ticks a box that is not ticked. */
  async ticks(selector: string): Promise<void> {
    await this.reaches(selector);
    const isTicked = (): Promise<boolean> =>
      this.page.evaluate(() => (document.activeElement as HTMLInputElement).checked);
    if (!(await isTicked())) await this.page.keyboard.press("Space");
    if (!(await isTicked())) throw new Error(`${selector}: the space key does not tick it`);
  }

  /** Opens what is folded under a summary, if it is not open. */
  async unfolds(selector: string): Promise<void> {
    await this.reaches(selector);
    const isOpen = await this.page.evaluate(() => document.activeElement?.closest("details")?.open === true);
    if (!isOpen) await this.page.keyboard.press("Enter");
  }

  /** Chooses one of a group of radio buttons, by the arrows. */
  async chooses(name: string, value: string): Promise<void> {
    await this.reaches(`input[name="${name}"]`);
    await this.page.keyboard.press("Space");
    for (let step = 0; step < 40; step += 1) {
      const chosen = await this.page.evaluate(() => (document.activeElement as HTMLInputElement).value);
      if (chosen === value) return;
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`${name}: the arrows do not come to ${value}`);
  }

  /** Presses a button or follows a link, and waits for the page that it brings. */
  async presses(selector: string): Promise<void> {
    await this.reaches(selector);
    await Promise.all([this.page.waitForEvent("load"), this.page.keyboard.press("Enter")]);
  }
}
