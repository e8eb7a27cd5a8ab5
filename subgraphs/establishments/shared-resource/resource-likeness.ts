import type { LocalizedText } from "../../shared/localized-text.js";
import { searchText } from "../../shared/search-text.js";
import { similarityOf, trigramsOf } from "../../shared/text-similarity.js";
import type { ResourceWarning } from "./added-resource-result.entity.js";
import { ResourceLikeness } from "./resource-state.js";
import { pageOf } from "./web-address.js";

/** What of a resource tells that another is the same. */
export interface Comparable {
  readonly title: LocalizedText;
  readonly url: string | null;
}

// « Guide du patient coach » and « Guide de la patiente coach » reach it, two guides about two things do not.
const leastSimilarity = 0.6;

/** The resources that an added one may repeat: those at the same address, else those whose title is nearly the same. */
export function likenessesOf(
  added: Comparable,
  existing: readonly (Comparable & { readonly code: string })[],
): ResourceWarning[] {
  const page = added.url === null ? null : pageOf(added.url);
  const titles = titlesOf(added);
  return existing.flatMap((known): ResourceWarning[] => {
    if (page !== null && known.url !== null && pageOf(known.url) === page)
      return [{ likeness: ResourceLikeness.SAME_ADDRESS, existing: known.code }];
    const others = titlesOf(known);
    const isSimilar = titles.some((title) =>
      others.some((other) => similarityOf(title, other, leastSimilarity) >= leastSimilarity),
    );
    return isSimilar ? [{ likeness: ResourceLikeness.SIMILAR_TITLE, existing: known.code }] : [];
  });
}

const titlesOf = ({ title: { fr, en } }: Comparable): ReadonlySet<string>[] =>
  [fr, en].flatMap((title) => (title === null ? [] : [trigramsOf(searchText(title))]));
