import type { Language } from "../language.js";
import { documentOf } from "../page/document.js";
import type { ShownPage } from "../page/page.js";
import type { PageServing } from "../page/serve-pages.js";
import { AccountLinks } from "./account-links.js";

export type WritingOptions = Pick<PageServing, "assets" | "publicUrl" | "isDemonstration">;

/** A page of the workspace as a whole document; with a token, somebody has signed in. */
export async function writtenPage(
  shown: ShownPage,
  about: {
    readonly language: Language;
    readonly addresses: Readonly<Record<Language, string>> | null;
    readonly token: string | null;
  },
  { assets, publicUrl, isDemonstration }: WritingOptions,
): Promise<string> {
  const { language, addresses, token } = about;
  return documentOf({
    ...shown,
    language,
    addresses,
    publicUrl,
    isDemonstration: await isDemonstration(),
    stylesheet: assets.stylesheet,
    scripts: (shown.islands ?? []).map((name) => assets.island(name)),
    ...(token === null ? {} : { account: <AccountLinks language={language} token={token} /> }),
  });
}
