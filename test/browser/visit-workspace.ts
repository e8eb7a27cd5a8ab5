import type { Browser } from "playwright-core";
import { addressOf, filled } from "../../gateway/portal/addresses.js";
import { type Language, languages } from "../../gateway/portal/language.js";
import type { WorkspacePage } from "../../gateway/portal/workspace/workspace-page.js";
import { workspacePages } from "../../gateway/portal/workspace/workspace-pages.js";
import { note, say } from "../scale/tap.js";
import { Links } from "./checks/links.js";
import { Someone } from "./journeys/someone.js";
import type { Options } from "./options.js";
import { asBreach, lookAt, sayOfPage } from "./visit-page.js";
import { aVisitor } from "./visitor.js";

/** Who looks at the pages that one of these rights opens. */
const accounts: Readonly<Record<string, string>> = {
  "figures:write": "establishment:chum",
  "research:read": "researcher",
  "steward:collect": "steward:collect",
  "steward:publish": "steward:publish",
  "steward:privacy": "steward:privacy",
};

const accountOf = ({ scopes }: WorkspacePage): string =>
  accounts[scopes?.[0] ?? "figures:write"] ?? "steward:collect";

// Pages that show more when their address asks for it.
const queries: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  newFigureComment: {
    fr: "indicateur=IQP-06&campagne=2024&niveau=PROVINCE&lieu=QC",
    en: "indicator=IQP-06&campaign=2024&level=PROVINCE&area=QC",
  },
};

/** Every page for those who have signed in, in both languages, each looked at in every way by somebody who may. */
export async function visitWorkspace(browser: Browser, address: string, { asks }: Options): Promise<void> {
  const listed = workspacePages.filter(({ name }) => asks(name));
  if (listed.some(({ name }) => /comments$/i.test(name))) await saySomething(browser, address);
  for (const language of languages)
    for (const account of new Set(listed.map(accountOf))) {
      const own = listed.filter((page) => accountOf(page) === account);
      await visitAs(browser, address, language, account, own);
    }
  if (listed.length > 0) note(`${listed.length} types of pages for those who have signed in`);
}

async function visitAs(
  browser: Browser,
  address: string,
  language: Language,
  account: string,
  pages: readonly WorkspacePage[],
): Promise<void> {
  const visitor = await aVisitor(browser, { language, address });
  const someone = new Someone(visitor, language);
  const links = new Links();
  await someone.signsIn(account, addressOf(language, "workspace"));
  const codes = await codesFor(someone, account);
  for (const { name, path } of pages) {
    const page = { name, type: name, language, address: filled(path[language], codes(path.fr)) };
    sayOfPage(page, await lookAt(visitor, page, links).catch(asBreach));
    const query = queries[name]?.[language];
    if (query === undefined) continue;
    const asked = { ...page, name: `${name} ${query}`, address: `${page.address}?${query}` };
    sayOfPage(asked, await lookAt(visitor, asked, links).catch(asBreach));
  }
  const breaches = await links.breaches(async (place) => {
    const response = await visitor.context.request.get(place);
    return { status: response.status(), text: await response.text() };
  });
  say(`${language} every link of the pages of ${account} answers: ${links.count} addresses`, breaches);
  await visitor.leave();
}

/** A comment on a figure, so that the pages of comments have one to show. */
async function saySomething(browser: Browser, address: string): Promise<void> {
  const visitor = await aVisitor(browser, { language: "fr", address });
  const someone = new Someone(visitor, "fr");
  const form = `${addressOf("fr", "newFigureComment")}?${queries["newFigureComment"]?.fr}`;
  await someone.signsIn("establishment:chum", form);
  await someone.writes(
    { fr: "Votre commentaire", en: "Your comment" },
    "Deux personnes ont quitté la banque.",
  );
  await someone.presses({ fr: "Envoyer le commentaire", en: "Send the comment" });
  await someone.reads({ fr: "Deux personnes ont quitté la banque.", en: "Deux personnes" });
  await visitor.leave();
}

/** What stands in the addresses of the pages that somebody looks at. */
async function codesFor(
  { page, language }: Someone,
  account: string,
): Promise<(path: string) => Record<string, string>> {
  const board = addressOf(language, "stewardCampaign", { campaign: "2025-2026" });
  const queue = account === "steward:collect" ? await (await page.request.get(board)).text() : "";
  const id = /\/(?:envois|submissions)\/([\w-]+)"/.exec(queue)?.[1] ?? "";
  return (path) => ({
    campaign: "2025-2026",
    id,
    code: path.includes("recherche") ? "partenaires-demo-1" : "IQP-06",
  });
}
