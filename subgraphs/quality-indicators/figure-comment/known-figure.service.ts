import { HubError, type ToldValue } from "../../shared/errors.js";
import { findKnownParts, type KnownParts, type Transaction } from "./figure-comment.repository.js";
import type { CommentedFigure } from "./readable-comment.js";

// In the order in which a figure is looked for: the first that leads nowhere is the one to mend.
const parts: readonly (readonly [keyof KnownParts, ToldValue])[] = [
  ["campaign", { fr: "campagne", en: "campaign" }],
  ["level", { fr: "niveau", en: "level" }],
  ["area", { fr: "lieu", en: "place" }],
  ["category", { fr: "catégorie", en: "category" }],
  ["vintage", { fr: "édition", en: "vintage" }],
];

/** Refuses a figure that is not published: nobody could have seen it. Its value may be withheld or withdrawn. */
export async function refuseUnpublished(manager: Transaction, figure: CommentedFigure): Promise<void> {
  const known = await findKnownParts(manager, figure);
  for (const [part, what] of parts)
    if (!known[part])
      throw new HubError(
        "FIGURE_NOT_PUBLISHED",
        { indicator: figure.indicator, campaign: figure.campaign, what, value: figure[part] ?? "—" },
        part,
      );
}
