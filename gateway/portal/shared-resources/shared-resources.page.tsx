import { addressOf, paths } from "../addresses.js";
import type { Page } from "../page/page.js";
import { Choice } from "../parts/choice.js";
import { askDocuments } from "../parts/documents.js";
import { LostPart } from "../parts/lost-part.js";
import { wordFor } from "../parts/words.js";
import { ResourceCard } from "./resource-card.js";
import { portalSharedResources } from "./shared-resources.operation.js";
import { sharedResourceWords, typeWords } from "./words.js";

const kinds = ["GOOD_PRACTICE", "TOOL"] as const;
const parameters = {
  search: { fr: "q", en: "q" },
  kind: { fr: "nature", en: "kind" },
  type: { fr: "sorte", en: "sort" },
} as const;

// The search box holds no more either.
const longestSearch = 100;

/** The repertoire: good practices, then tools. */
export const sharedResourcesPage: Page = {
  name: "sharedResources",
  path: paths.sharedResources,
  query: parameters,
  async show({ language, query, ask }) {
    const say = sharedResourceWords(language);
    const [search, kind, type] = [
      (query.search?.[0] ?? "").slice(0, longestSearch),
      query.kind?.[0] ?? "",
      query.type?.[0] ?? "",
    ];
    const [{ data, lost: lostHere }, { documents, lost: lostThere }] = await Promise.all([
      ask(portalSharedResources, { search: search || null }),
      askDocuments(ask),
    ]);
    const lost = [...lostHere, ...lostThere];
    const fitting = data.sharedResources.filter(
      (one) => (!kind || one.kind === kind) && (!type || one.type === type),
    );
    const types = [...new Set([...data.sharedResources.map((one) => one.type), ...(type ? [type] : [])])]
      .map((code) => [code, typeWords(language, code)] as const)
      .sort(([, one], [, other]) => one.localeCompare(other, language));
    return {
      title: say("title"),
      description: say("lead"),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <form class="choices" method="get" role="search" aria-label={say("filters")}>
            <p class="choice">
              <label for="resource-search">{say("search")}</label>
              <input id="resource-search" type="search" name="q" value={search} maxLength={longestSearch} />
            </p>
            <Choice
              name={parameters.kind[language]}
              label={say("kind")}
              none={say("everyKind")}
              chosen={kind}
              options={kinds.map((code) => [code, wordFor(language, "SharedResourceKind", code)])}
            />
            <Choice
              name={parameters.type[language]}
              label={say("type")}
              none={say("everyType")}
              chosen={type}
              options={types}
            />
            <button type="submit">{say("show")}</button>
          </form>
          <p role="status">{say("found", { count: fitting.length })}</p>
          {(search || kind || type) && (
            <p>
              <a href={addressOf(language, "sharedResources")}>{say("all")}</a>
            </p>
          )}
          {lost.length > 0 && <LostPart language={language} />}
          {kinds.map((of) => {
            const own = fitting.filter((one) => one.kind === of);
            return (
              own.length > 0 && (
                <section key={of} aria-labelledby={of}>
                  <h2 id={of}>{say(of)}</h2>
                  <ul class="cards">
                    {own.map((one) => (
                      <ResourceCard key={one.code} language={language} one={one} documents={documents} />
                    ))}
                  </ul>
                </section>
              )
            );
          })}
        </>
      ),
    };
  },
};
