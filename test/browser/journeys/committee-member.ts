import { addressOf } from "../../../gateway/portal/addresses.js";
import type { Someone } from "./someone.js";

/** A member of a users' committee looks at the establishment, at its committees, and at a word that is not clear. */
export async function committeeMember(someone: Someone): Promise<void> {
  const { language, main } = someone;
  const code = "ciusss-estrie-chus";
  await someone.opens(addressOf(language, "establishments"));
  await someone.followsTo(addressOf(language, "establishment", { code }));
  await someone.reads(
    { fr: /comité des usagers/i, en: /users' committee/i },
    { fr: /Synthétique/i, en: /Synthetic/i },
    { fr: /Non montrée/, en: /Not shown/ },
  );
  const region = addressOf(language, "region", { code: "RSS-05" });
  await someone.followsTo(region);
  await someone.reads({ fr: "Estrie", en: "Estrie" });

  await someone.page
    .getByRole("navigation")
    .getByRole("link", { name: { fr: "Glossaire", en: "Glossary" }[language] })
    .click();
  await someone.reads(
    { fr: /usager partenaire/i, en: /partner/i },
    { fr: /co-?construction/i, en: /co-?construction/i },
  );
  const terms = await main.locator("dt, h3").count();
  if (terms < 20) throw new Error(`a glossary of ${terms} terms`);
}
