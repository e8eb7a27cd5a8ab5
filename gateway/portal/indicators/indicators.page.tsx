import { Fragment } from "preact";
import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { wordFor } from "../parts/words.js";
import { IndicatorCard } from "./indicator-card.js";
import { portalIndicatorList, type PortalIndicatorListQuery } from "./indicator-list.operation.js";
import { indicatorsWords } from "./words.js";

const queryNames = { search: { fr: "q", en: "q" } } as const;
// What the search of the API takes.
const longest = 100;

const spheres = ["ALL", "GOVERNANCE", "CARE", "COMMUNITY", "RESEARCH", "TEACHING", "POLICY"] as const;

/** All indicators, by sphere, plain words first. */
export const indicatorsPage: Page = {
  name: "indicators",
  path: paths.indicators,
  query: queryNames,
  async show({ language, query, ask }) {
    const say = indicatorsWords(language);
    const search = (query["search"]?.[0] ?? "").trim().slice(0, longest);
    const { data, lost } = await ask(portalIndicatorList, {
      search: search === "" ? null : search,
      lang: language === "fr" ? "FR" : "EN",
    });
    return {
      title: say("title"),
      description: say("lead"),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <SearchForm language={language} search={search} />
          {search !== "" && <Found language={language} count={data.qualityIndicators.length} />}
          {spheres.map((sphere) => (
            <Sphere key={sphere} sphere={sphere} of={data} language={language} />
          ))}
        </>
      ),
    };
  },
};

const SearchForm = ({ language, search }: { readonly language: Language; readonly search: string }) => {
  const say = indicatorsWords(language);
  return (
    <form method="get" action={addressOf(language, "indicators")} class="list-search">
      <label for="q">{say("search")}</label>
      <input
        id="q"
        type="search"
        name={queryNames.search[language]}
        value={search}
        maxLength={longest}
        aria-describedby="q-help"
      />
      <button type="submit">{say("find")}</button>
      <span id="q-help">{say("searchHelp")}</span>
    </form>
  );
};

const Found = ({ language, count }: { readonly language: Language; readonly count: number }) => {
  const say = indicatorsWords(language);
  return (
    <Fragment>
      <p role="status">{say("found", { count })}</p>
      {count === 0 && (
        <p>
          {say("noneHelp")} <a href={addressOf(language, "search")}>{say("searchAll")}</a>
        </p>
      )}
      <p>
        <a href={addressOf(language, "indicators")}>{say("all")}</a>
      </p>
    </Fragment>
  );
};

const Sphere = ({
  sphere,
  of,
  language,
}: {
  readonly sphere: (typeof spheres)[number];
  readonly of: PortalIndicatorListQuery;
  readonly language: Language;
}) => {
  const indicators = of.qualityIndicators.filter((indicator) => indicator.sphere === sphere);
  if (indicators.length === 0) return null;
  return (
    <section aria-labelledby={`sphere-${sphere}`}>
      <h2 id={`sphere-${sphere}`}>{wordFor(language, "IndicatorSphere", sphere)}</h2>
      <ul class="cards">
        {indicators.map((indicator) => (
          <li class="card" key={indicator.code}>
            <IndicatorCard of={indicator} campaigns={of.campaigns} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
};
