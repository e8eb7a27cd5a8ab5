import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import { askApart } from "../asking/ask-apart.js";
import type { Page } from "../page/page.js";
import { askDocuments } from "../parts/documents.js";
import { LostPart } from "../parts/lost-part.js";
import { type Concept, ConceptTables } from "./concept-tables.js";
import { fits } from "./fitting.js";
import { portalGlossaryPage } from "./glossary-page.operation.js";
import { CommitteeKinds, Postures } from "./postures.js";
import { portalPostures } from "./postures.operation.js";
import { TermList } from "./term-list.js";
import { glossaryWords } from "./words.js";

// The search box holds no more either.
const longestSearch = 100;

/** The words of partnership: terms from A to Z, then how each document names things. */
export const glossaryPage: Page = {
  name: "glossary",
  path: paths.glossary,
  query: { search: { fr: "q", en: "q" } },
  async show({ language, query, ask }) {
    const say = glossaryWords(language);
    const search = (query.search?.[0] ?? "").trim().slice(0, longestSearch);
    const [words, sources, committees] = await Promise.all([
      ask(portalGlossaryPage, { search: search || null }),
      askDocuments(ask),
      askApart(ask, portalPostures, {}),
    ]);
    const { glossary: terms, partnerConcepts } = words.data;
    const concepts = partnerConcepts.filter((concept) => !search || fits(textsOf(concept), search));
    const lost = [...words.lost, ...sources.lost, ...committees.lost];
    return {
      title: say("title"),
      description: say("lead"),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <SearchForm language={language} search={search} />
          {search && (
            <>
              <p role="status">{say("found", { count: terms.length + concepts.length, search })}</p>
              <p>
                <a href={addressOf(language, "glossary")}>{say("all")}</a>
              </p>
            </>
          )}
          {!search && <Contents language={language} />}
          {lost.length > 0 && <LostPart language={language} />}
          {terms.length > 0 && <TermList language={language} terms={terms} documents={sources.documents} />}
          {(!search || concepts.length > 0) && (
            <ConceptTables language={language} concepts={concepts} documents={sources.documents} />
          )}
          {!search && committees.data && (
            <>
              <Postures language={language} postures={committees.data.postures} />
              <CommitteeKinds
                language={language}
                kinds={committees.data.committeeKinds}
                documents={sources.documents}
              />
            </>
          )}
        </>
      ),
    };
  },
};

const textsOf = ({ label, definition, attributes }: Concept): string[] =>
  [label, definition, ...attributes.map(({ value }) => value)].flatMap((text) =>
    text ? [text.fr, text.en ?? ""] : [],
  );

const SearchForm = ({ language, search }: { readonly language: Language; readonly search: string }) => {
  const say = glossaryWords(language);
  return (
    <form class="choices" method="get" role="search" aria-label={say("searchForm")}>
      <p class="choice">
        <label for="glossary-search">{say("search")}</label>
        <input id="glossary-search" type="search" name="q" value={search} maxLength={longestSearch} />
      </p>
      <button type="submit">{say("submit")}</button>
    </form>
  );
};

const Contents = ({ language }: { readonly language: Language }) => {
  const say = glossaryWords(language);
  return (
    <nav aria-label={say("contents")}>
      <ul>
        {(["terms", "concepts", "postures", "committees"] as const).map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{say(part)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
