import { addressOf } from "../../../gateway/portal/addresses.js";
import type { Someone } from "./someone.js";

const release = "partenaires-demo-1";

/** A researcher reads what a release holds and what it costs in risk, saves it whole, and asks for more. */
export async function researcher(someone: Someone): Promise<void> {
  const { language, main, page } = someone;
  await someone.signsIn("researcher", addressOf(language, "research"));
  await someone.reads({ fr: "entente-demo-1", en: "entente-demo-1" }, { fr: /au registre/, en: /register/i });
  await someone.followsTo(addressOf(language, "researchRelease", { code: release }));
  await someone.reads({ fr: "k = 11", en: "k = 11" }, { fr: /Synthétique/, en: /Synthetic/ });

  const csv = await someone.saves(main.locator('a[href$=".csv"]'));
  const lines = csv.text.trim().split("\n");
  const told = /\b1[\s\u00a0,]?(\d{3})\b/.exec(await main.innerText());
  if (!csv.name.endsWith(".csv") || lines.length < 1_000)
    throw new Error(
      `${csv.name}: expected the records of the release, got ${lines.length} lines (${told?.[0]})`,
    );
  if (/\bfirstName|courriel|email\b/i.test(lines[0] ?? ""))
    throw new Error(`a name or an address in ${lines[0]}`);

  await someone.opens(addressOf(language, "research"));
  await page.locator('main a[href$="/demande"], main a[href$="/request"]').first().click();
  await page.waitForLoadState();
  // Sent empty, it comes back with everything that is missing.
  await page.locator("main form button").last().click();
  await page.locator("main [aria-invalid=true], main [role=alert]").first().waitFor();
}
