import { say } from "../scale/tap.js";
import { accessibilityBreaches, unfold } from "./checks/accessibility.js";
import { keyboardBreaches } from "./checks/keyboard.js";
import { languageBreaches } from "./checks/language.js";
import { layoutBreaches, motionBreaches } from "./checks/layout.js";
import { type Links, linksOf } from "./checks/links.js";
import { forcedColourBreaches, paperBreaches } from "./checks/media.js";
import { validityBreaches } from "./checks/validity.js";
import type { VisitedPage } from "./page-examples.js";
import type { Visitor } from "./visitor.js";

/** Looks at one page in every way, as a visitor who is on the way already; gives its breaches by what was looked at. */
export async function lookAt(
  { page, context, breaches }: Visitor,
  { address, language, status = 200 }: VisitedPage,
  links: Links,
): Promise<Record<string, string[]>> {
  const answer = await page.goto(address);
  const served = await context.request.get(address, { headers: { accept: "text/html" } });
  const found: Record<string, string[]> = {
    answer: answer?.status() === status ? [] : [`expected ${status}, got ${answer?.status()}`],
    html: await validityBreaches(await served.text()),
    language: await languageBreaches(page, language),
    keyboard: await keyboardBreaches(page),
    "forced colours": await forcedColourBreaches(page),
    paper: await paperBreaches(page),
  };
  await unfold(page);
  if (status === 200) links.add(await linksOf(page), address);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    found[`axe ${colorScheme}`] = await accessibilityBreaches(page);
  }
  found.layout = await layoutBreaches(page);
  found.motion = await motionBreaches(page);
  // Chromium tells of a page that is not there; so does the page.
  found.quiet = (await breaches()).filter((line) => status === 200 || !line.includes(`status of ${status}`));
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** Says of one page whether everything holds that was looked at. */
export function sayOfPage({ name, language }: VisitedPage, found: Readonly<Record<string, string[]>>): void {
  const looked = Object.keys(found).join(", ");
  const breaches = Object.entries(found).flatMap(([what, lines]) => lines.map((line) => `${what} · ${line}`));
  say(`${language} ${name}: ${looked}`, breaches);
}

/** One page that cannot be looked at does not keep the others from it. */
export const asBreach = (error: unknown): Record<string, string[]> => ({
  visit: [error instanceof Error ? error.message : String(error)],
});
