import { addressOf } from "../../../gateway/portal/addresses.js";
import type { Someone } from "./someone.js";

/** A citizen wonders what money an office has: from the home page to a file, in plain words. */
export async function citizen(someone: Someone): Promise<void> {
  const { language, page, main } = someone;
  await someone.opens(addressOf(language, "home"));
  await page
    .getByRole("search")
    .first()
    .getByRole("searchbox")
    .fill({ fr: "argent du bureau", en: "office money" }[language]);
  await page.getByRole("search").first().getByRole("button").click();
  await someone.reads({ fr: /résultats? pour « argent du bureau »/, en: /results? for “office money”/ });

  await someone.followsTo(addressOf(language, "indicator", { code: "IQP-11" }));
  await someone.reads(
    { fr: "Argent du bureau", en: "IQP-11" },
    { fr: /de 50 000 \$ à 250 000 \$/, en: /from \$50,000 to \$250,000/ },
    { fr: "Perdue dans un graphique", en: "Lost in a chart" },
  );
  if ((await main.locator("table caption").count()) === 0) throw new Error("no table behind the value");

  const csv = await someone.saves(main.getByRole("link", { name: /CSV/ }));
  if (!csv.name.endsWith(".csv") || !/^\ufeff?"?indicator/.test(csv.text) || !csv.text.includes("IQP-11"))
    throw new Error(`${csv.name}: expected the indicator's rows, got ${csv.text.slice(0, 200)}`);
  if (!csv.text.includes("50000") || !csv.text.includes("250000"))
    throw new Error(`the file does not tell what the page tells: ${csv.text.slice(0, 400)}`);
}
