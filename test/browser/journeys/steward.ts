import { addressOf } from "../../../gateway/portal/addresses.js";
import { inBoth, type Someone } from "./someone.js";

const campaign = "2025-2026";
const act = (name: string): string => `main button[name="act"][value="${name}"]`;
const action = (name: string): string => `main button[name="action"][value="${name}"]`;

/** Who has a part in it. */
export interface Stewardship {
  readonly collector: Someone;
  readonly publisher: Someone;
  /** The manager of the office whose figures are looked at. */
  readonly manager: Someone;
  readonly reader: Someone;
  readonly establishment: string;
}

/**
 * One steward returns an office's figures with a reason; the office reads it and sends them again; the steward approves;
 * another publishes, having seen what will be; a reader sees the new vintage.
 */
export async function steward({
  collector,
  publisher,
  manager,
  reader,
  establishment,
}: Stewardship): Promise<void> {
  const { language } = collector;
  const reason = { fr: "Dites aussi combien de projets.", en: "Tell also how many projects." }[language];

  const board = addressOf(language, "stewardCampaign", { campaign });
  await collector.signsIn("steward:collect", board);
  const submission = await addressOfSubmission(collector, board, establishment);
  await collector.opens(submission);
  await collector.page.locator("#return textarea").fill(reason);
  await press(collector, act("return"));
  await collector.reads({ fr: /retourn/i, en: /returned/i });

  const receipt = addressOf(language, "figuresReceipt", { campaign });
  await manager.signsIn(`establishment:${establishment}`, receipt);
  await manager.reads(inBoth(reason));
  await manager.opens(addressOf(language, "figuresForm", { campaign }));
  await press(manager, action("review"));
  await manager.page.locator("#notice").check();
  await press(manager, action("submit"));
  await manager.reads({ fr: /reçu/i, en: /receipt/i });

  await collector.opens(submission);
  await press(collector, act("approve"));
  await collector.reads({ fr: /Approuvé/i, en: /Approved/i });

  const publication = addressOf(language, "stewardPublication", { campaign });
  await publisher.signsIn("steward:publish", publication);
  await publisher.reads(
    { fr: /Verdict de protection/, en: /protection/i },
    { fr: /Aucune valeur protégée ne peut être calculée/, en: /No protected value can be/i },
  );
  const vintage = /\b2025-2026\.\d+\b/.exec(await publisher.main.innerText())?.[0] ?? "?";
  await publisher.page.locator("#publish textarea").fill(`Édition ${vintage}`);
  await publisher.page.locator('#publish input[name="confirmed"]').check();
  await press(publisher, act("publish"));
  await publisher.reads(inBoth(vintage));

  await reader.opens(
    `${addressOf(language, "indicator", { code: "IQP-06" })}?${{ fr: "campagne", en: "campaign" }[language]}=${campaign}`,
  );
  await reader.reads(inBoth(vintage), { fr: /Synthétique/, en: /Synthetic/ });
}

async function addressOfSubmission(
  { page, main }: Someone,
  board: string,
  establishment: string,
): Promise<string> {
  await page.goto(`${board}?${board.startsWith("/en") ? "state" : "etat"}=SUBMITTED`);
  const links = await main.locator('a[href*="/envois/"], a[href*="/submissions/"]').all();
  for (const link of links) {
    const address = (await link.getAttribute("href")) ?? "";
    const answer = await page.request.get(address);
    if ((await answer.text()).includes(establishment)) return address;
  }
  throw new Error(`no figures of ${establishment} wait among ${links.length}`);
}

async function press({ page }: Someone, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.locator(selector).first().click()]);
}
