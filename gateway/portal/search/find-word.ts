import { searchText } from "../../../subgraphs/index.js";
import { askApart } from "../asking/ask-apart.js";
import type { AskPublic } from "../asking/ask-public.js";
import type { StoredText } from "../parts/text.js";
import { everydayWords } from "./everyday-words.js";
import { type Finding, finding } from "./finding.js";
import { portalPages } from "./portal-pages.js";
import { holds, type SearchedWord, singular } from "./question-words.js";
import { type PortalSearchCatalogueQuery, portalSearchCatalogue } from "./search-catalogue.operation.js";
import { portalSearchGlossary } from "./search-glossary.operation.js";
import { portalSearchIndicators } from "./search-indicators.operation.js";
import { portalSearchPlaces } from "./search-places.operation.js";
import { type PortalSearchRegionsQuery, portalSearchRegions } from "./search-regions.operation.js";

/** What was found, and whether some of the lists could not be read. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly isPartial: boolean;
}

/** The lists that the public door does not search. */
export interface WholeLists {
  readonly catalogue: PortalSearchCatalogueQuery | null;
  readonly regions: PortalSearchRegionsQuery | null;
}

/** Reads the lists that are searched here. */
export async function readWholeLists(ask: AskPublic): Promise<WholeLists & { readonly isPartial: boolean }> {
  const [catalogue, regions] = await Promise.all([
    askApart(ask, portalSearchCatalogue, {}),
    askApart(ask, portalSearchRegions, {}),
  ]);
  const isPartial = catalogue.lost.length + regions.lost.length > 0;
  return { catalogue: catalogue.data, regions: regions.data, isPartial };
}

/** Everything that holds a word, or a word that says the same. */
export async function findWord(ask: AskPublic, word: SearchedWord, lists: WholeLists): Promise<Found> {
  const asked = await Promise.all(word.alternatives.map((search) => findAsAsked(ask, search)));
  return {
    findings: [...asked.flatMap(({ findings }) => findings), ...findInLists(lists, word)],
    isPartial: asked.some(({ isPartial }) => isPartial),
  };
}

async function findAsAsked(ask: AskPublic, search: string): Promise<Found> {
  const [indicators, places, glossary] = await Promise.all([
    askApart(ask, portalSearchIndicators, { search }),
    askApart(ask, portalSearchPlaces, { search }),
    askApart(ask, portalSearchGlossary, { search }),
  ]);
  return {
    findings: [
      ...(indicators.data?.qualityIndicators ?? []).map(({ code, name, plain, definition }) =>
        finding("indicators", code, plain, { alsoNamed: name, summary: definition }),
      ),
      ...(places.data?.establishments ?? []).map(({ code, name, shortName }) =>
        finding("establishments", code, shortName, { alsoNamed: name }),
      ),
      ...(glossary.data?.glossary ?? []).map(({ code, term, plain }) =>
        finding("glossary", code, term, { summary: plain }),
      ),
      ...(places.data?.sharedResources ?? []).map(({ code, title, description }) =>
        finding("sharedResources", code, title, { summary: description }),
      ),
    ],
    isPartial: [indicators, places, glossary].some(({ lost }) => lost.length > 0),
  };
}

const findInLists = ({ catalogue, regions }: WholeLists, word: SearchedWord): Finding[] => [
  ...(catalogue?.qualityIndicators ?? []).flatMap(({ code, name, plain, categories }) => {
    const category = categories.find(({ label }) => holds(folded(label), word));
    return category ? [finding("indicators", code, plain, { alsoNamed: name, summary: category.label })] : [];
  }),
  ...(regions?.healthRegions ?? [])
    .filter(({ code, name }) => holds(`region ${searchText(code)} ${folded(name)}`, word))
    .map(({ code, name }) => finding("regions", code, name)),
  ...(catalogue?.recommendations ?? [])
    .filter(({ code, text }) =>
      holds(`recommandation recommendation ${searchText(code)} ${folded(text)}`, word),
    )
    .map(({ code, text }) => finding("recommendations", code, text)),
  ...portalPages
    .filter(({ title, summary }) => holds(folded(title, summary), word))
    .map(({ code, title, summary }) => finding("pages", code, title, { summary })),
];

/** Every word of the texts that are searched, folded, and the everyday words that stand for them. */
export async function knownWords(ask: AskPublic, { catalogue, regions }: WholeLists): Promise<Set<string>> {
  const { findings } = await findAsAsked(ask, "");
  const texts = [
    ...findings.flatMap(({ title, alsoNamed, summary }) => [title, alsoNamed, summary]),
    ...(catalogue?.qualityIndicators ?? []).flatMap(({ categories }) => categories.map(({ label }) => label)),
    ...(catalogue?.recommendations ?? []).map(({ text }) => text),
    ...(regions?.healthRegions ?? []).map(({ name }) => name),
    ...portalPages.flatMap(({ title, summary }) => [title, summary]),
  ];
  return new Set([
    ...folded(...texts)
      .split(" ")
      .map(singular),
    ...everydayWords.keys(),
  ]);
}

/** Both languages of some texts as search sees them. */
export const folded = (...texts: readonly (StoredText | null)[]): string =>
  searchText(texts.flatMap((text) => (text ? [text.fr, text.en ?? ""] : [])).join(" "));
