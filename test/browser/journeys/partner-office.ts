import { addressOf } from "../../../gateway/portal/addresses.js";
import { Fingers } from "./fingers.js";
import type { Someone } from "./someone.js";

const campaign = "2025-2026";
const field = (question: string): string => `[name="v.${question}"]`;
const box = (question: string, choice: string): string => `${field(question)}[value="${choice}"]`;
const button = (action: string): string => `button[name="action"][value="${action}"]`;

/**
 * The manager of a partnership office sends the year's figures, by the keyboard alone: a draft, three mistakes, their
 * correction from the summary, the review of what will be public, the receipt.
 */
export async function partnerOffice(
  someone: Someone,
  establishment: string,
  hasScripts: boolean,
): Promise<void> {
  const { language, page } = someone;
  const fingers = new Fingers(page);
  const form = addressOf(language, "figuresForm", { campaign });

  if (hasScripts) await page.clock.install();
  await signIn(fingers, someone, establishment);
  await fingers.presses(`a[href="${form}"]`);
  if (hasScripts) await draftSavesItself(fingers, someone, form);

  // Half of it, with mistakes, kept as a draft.
  await fingers.writes(field("A2.2"), "Conseillère cadre");
  await fingers.chooses("v.A2.4", "SENIOR_ADVISOR");
  await fingers.chooses("v.A2.5", "YES");
  await fingers.ticks(box("B1", "QUALITY"));
  await fingers.writes(field("B2"), "Bureau du partenariat");
  await fingers.chooses("v.B3", "GT5");
  await fingers.chooses("v.B4", "B50_100K");
  await fingers.writes(field("B5a"), "trois");
  await fingers.writes(field("B5b"), "2,5");
  await fingers.writes(field("B6"), "40");
  await fingers.writes(field("B7"), "50");
  if (hasScripts) await isToldWhileTyping(someone, "B7");
  await fingers.presses(button("draft"));
  await someone.reads({ fr: /brouillon/i, en: /draft/i });

  // The rest, then everything is checked: the summary has the focus, and leads to each field.
  await fingers.presses(button("check"));
  await summaryHasFocus(someone);
  await someone.reads({ fr: "B5a", en: "B5a" }, { fr: "B7", en: "B7" }, { fr: "A2.6", en: "A2.6" });
  await fingers.reaches('#summary a[href="#f-B5a"]');
  await page.keyboard.press("Enter");
  await fieldIsTold(someone, "f-B5a");

  // Each is mended where it stands; what was right is still there.
  await fingers.writes(field("B5a"), "3");
  await fingers.writes(field("B7"), "30");
  await fingers.writes(field("A2.6.count"), "2");
  // What differs much from last year is explained.
  for (const question of ["B6", "B7"]) {
    await fingers.unfolds(`details:has([name="c.${question}"]) > summary`);
    await fingers.writes(`[name="c.${question}"]`, "La banque a été mise à jour.");
  }
  for (const [question, choice] of ticked) await fingers.ticks(box(question, choice));
  await fingers.chooses("v.C6", "NO");
  await fingers.chooses("v.C7", "NO");
  await fingers.presses(button("review"));

  // What will be public, what the rest is for, and the notice, before anything is sent.
  const review = addressOf(language, "figuresReview", { campaign });
  if (new URL(page.url()).pathname !== review) throw new Error(await whatIsWrong(someone));
  await someone.reads({ fr: /public/i, en: /public/i }, { fr: /synthétique/i, en: /synthetic/i });
  await fingers.ticks("#notice");
  await fingers.presses(button("submit"));

  const receipt = addressOf(language, "figuresReceipt", { campaign });
  if (new URL(page.url()).pathname !== receipt) throw new Error(await whatIsWrong(someone));
  await someone.reads({ fr: /reçu/i, en: /receipt/i }, { fr: "30", en: "30" });
}

const ticked = [
  ["B8", "GENERAL_BUDGET"],
  ["C1", "IDENTIFICATION_RECRUITMENT"],
  ["C1", "TRAINING"],
  ["C2", "YOUTH"],
  ["C3", "AIRE_OUVERTE"],
  ["C4", "TACTICAL"],
  ["C5", "ACCREDITATION"],
  ["C5", "RECRUIT"],
  ["C5", "TRAIN_PATIENTS"],
] as const;

const whatIsWrong = async ({ page }: Someone): Promise<string> =>
  `${page.url()}: ${(await page.locator("#summary, .notice.danger").allInnerTexts()).join("\n")}`;

async function signIn(fingers: Fingers, someone: Someone, establishment: string): Promise<void> {
  const { language, page } = someone;
  await someone.opens(addressOf(language, "figures"));
  await fingers.presses("main a.button");
  await fingers.writes('[name="other"]', `establishment:${establishment}`);
  await fingers.presses('button[type="submit"]:not([name="cancel"])');
  const path = addressOf(language, "figures");
  if (new URL(page.url()).pathname !== path)
    throw new Error(`expected to come to ${path}, came to ${page.url()}`);
}

/** With scripts, a draft is saved after five minutes, and again when the page is left: nothing typed is lost. */
async function draftSavesItself(fingers: Fingers, someone: Someone, form: string): Promise<void> {
  const { page, language } = someone;
  await fingers.writes(field("A2.2"), "Conseillère");
  await page.clock.fastForward(300_000);
  const said = language === "fr" ? /Brouillon enregistré à \d/ : /Draft saved at \d/;
  await page.locator("#figures-autosaved").filter({ hasText: said }).waitFor();
  await fingers.writes(field("A2.2"), "Conseillère principale");
  await someone.opens(addressOf(language, "figures"));
  // The page is left before its last words have come to the hub.
  for (let tries = 1; ; tries += 1) {
    await someone.opens(form);
    if ((await page.locator(field("A2.2")).inputValue()) === "Conseillère principale") return;
    if (tries === 20) throw new Error("what was typed before leaving was not saved");
  }
}

/** With scripts, what is wrong is told beside its field before anything is sent. */
async function isToldWhileTyping({ page }: Someone, question: string): Promise<void> {
  await page.locator(`[id="i-${question}"] li`).first().waitFor();
}

async function summaryHasFocus({ page }: Someone): Promise<void> {
  const told = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? "");
  if (!/<(div|section)/.test(told)) throw new Error(`after a check the focus is on ${told}`);
}

/** The field has the focus, says that it is wrong, and its message is linked to it. */
async function fieldIsTold({ page }: Someone, id: string): Promise<void> {
  const told = await page.evaluate(() => {
    const field = document.activeElement;
    const described = (field?.getAttribute("aria-describedby") ?? "").split(" ");
    const message = described.map((word) => document.getElementById(word)?.textContent ?? "").join(" ");
    return { id: field?.id, isInvalid: field?.getAttribute("aria-invalid"), message };
  });
  if (told.id !== id || told.isInvalid !== "true" || told.message.trim() === "")
    throw new Error(`expected the focus on ${id} with its message, got ${JSON.stringify(told)}`);
}
