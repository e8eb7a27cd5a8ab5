import type { Browser } from "playwright-core";
import { languages } from "../../gateway/portal/language.js";
import { publicPages } from "../../gateway/portal/public-pages.js";
import { note, say } from "../scale/tap.js";
import { Links } from "./checks/links.js";
import { weightBreaches, weightOf } from "./checks/weight.js";
import type { Options } from "./options.js";
import { examplesOf, notFoundIn } from "./page-examples.js";
import { asBreach, lookAt, sayOfPage } from "./visit-page.js";
import { aVisitor } from "./visitor.js";

/** Every type of public page, in both languages: each is looked at in every way, and what they lead to answers. */
export async function visitPages(browser: Browser, address: string, { asks }: Options): Promise<void> {
  const listed = publicPages.filter(({ name }) => asks(name));
  const links = new Links();
  const weights: string[] = [];
  const heaviest = { bytes: 0, name: "" };
  for (const language of languages) {
    const visitor = await aVisitor(browser, { language, address });
    for (const page of examplesOf(listed, language)) {
      sayOfPage(page, await lookAt(visitor, page, links).catch(asBreach));
      const bytes = await weightOf(browser, address, page);
      weights.push(...weightBreaches(bytes).map((breach) => `${language} ${page.name}: ${breach}`));
      if (bytes > heaviest.bytes) Object.assign(heaviest, { bytes, name: `${language} ${page.name}` });
    }
    const none = notFoundIn(language);
    if (asks(none.type)) sayOfPage(none, await lookAt(visitor, none, links).catch(asBreach));
    await visitor.leave();
  }
  if (listed.length === 0) return;
  say(
    `a first page weighs at most 150 KB, whichever it is: ${heaviest.name} ${Math.round(heaviest.bytes / 1_024)} KB`,
    weights,
  );
  say(`every link answers: ${links.count} addresses`, await links.breaches());
  note(`${listed.length} types of public pages`);
}
