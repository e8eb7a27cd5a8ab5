import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** WCAG 2.0, 2.1 and 2.2, levels A and AA: every rule of axe under these tags, on the whole page. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Opens what is folded, so that nothing escapes: what is hidden is not looked at. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/** What axe finds against the page as it is shown now. */
export async function accessibilityBreaches(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze();
  if (passes.length === 0) return ["axe looked at nothing"];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} — ${target.join(" ")} ${html.slice(0, 160)}`),
  );
}
