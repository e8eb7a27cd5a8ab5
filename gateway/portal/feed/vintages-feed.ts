import { addressOf } from "../addresses.js";
import { firstDay } from "../change-log/schema-changes.js";
import { anchorOf, type Vintage } from "../change-log/vintage-part.js";
import type { PortalVintagesQuery } from "../change-log/vintages.operation.js";
import { changeLogWords } from "../change-log/words.js";
import { type Language, localeOf } from "../language.js";
import { type StoredText, wordsOf } from "../parts/text.js";
import { element, type Xml, xmlDocument } from "./xml.js";

type Campaign = PortalVintagesQuery["campaigns"][number];

/** The media type of the feed. */
export const atom = "application/atom+xml; charset=utf-8";

const lastChangeOf = ({ withdrawnAt, publishedAt }: Vintage): string => withdrawnAt ?? publishedAt;

// Of two at the same instant, the one whose code comes last.
const rankOf = (vintage: Vintage): string => `${lastChangeOf(vintage)} ${vintage.code}`;

/** The vintages as an Atom feed, the newest change first. https://www.rfc-editor.org/rfc/rfc4287 */
export function vintagesFeed(campaigns: readonly Campaign[], language: Language, publicUrl: string): string {
  const say = changeLogWords(language);
  const vintages = campaigns
    .flatMap((campaign) => campaign.vintages.map((vintage) => ({ campaign, vintage })))
    .sort((one, other) => (rankOf(one.vintage) < rankOf(other.vintage) ? 1 : -1));
  const newest = vintages[0];
  const self = `${publicUrl}${addressOf(language, "vintagesFeed")}`;
  return xmlDocument(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": localeOf(language) },
      element("id", {}, self),
      element("title", {}, say("feedTitle")),
      element("subtitle", {}, say("feedSubtitle")),
      // A feed tells when it last changed, also while it is empty.
      element("updated", {}, newest ? lastChangeOf(newest.vintage) : `${firstDay}T00:00:00Z`),
      element("author", {}, element("name", {}, "Carrefour"), element("uri", {}, `${publicUrl}/`)),
      element("link", { rel: "self", type: "application/atom+xml", href: self }),
      element("link", {
        rel: "alternate",
        type: "text/html",
        hreflang: localeOf(language),
        href: `${publicUrl}${addressOf(language, "changeLog")}`,
      }),
      ...vintages.map(({ campaign, vintage }) => entryOf(campaign, vintage, language, publicUrl)),
    ),
  );
}

function entryOf({ title }: Campaign, vintage: Vintage, language: Language, publicUrl: string): Xml {
  const say = changeLogWords(language);
  const { code, publishedAt, withdrawnReason, withdrawnAt, reason } = vintage;
  const page = `${publicUrl}${addressOf(language, "changeLog")}#${anchorOf(code)}`;
  const told = withdrawnAt === null ? "entryTitle" : "entryWithdrawn";
  const why: StoredText = withdrawnAt === null ? reason : (withdrawnReason ?? reason);
  return element(
    "entry",
    {},
    // Its place on the page stays, whatever becomes of the vintage.
    element("id", {}, page),
    element("title", {}, say(told, { campaign: wordsOf(title, language), code })),
    element("published", {}, publishedAt),
    element("updated", {}, lastChangeOf(vintage)),
    element("link", { rel: "alternate", type: "text/html", href: page }),
    element("summary", {}, wordsOf(why, language)),
  );
}
