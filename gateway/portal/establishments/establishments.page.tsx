import { Fragment } from "preact";
import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page, PageAsked } from "../page/page.js";
import { Text } from "../parts/text.js";
import { EstablishmentLine } from "./establishment-line.js";
import {
  type PortalEstablishmentListQuery,
  portalEstablishmentList,
} from "./establishment-list.operation.js";
import { typeNamed } from "./establishment-types.js";
import { filterNames, type Filters, FiltersForm } from "./filters-form.js";
import { establishmentsWords } from "./words.js";

type List = PortalEstablishmentListQuery;

/** The establishments by region, filtered by region, type and word. */
export const establishmentsPage: Page = {
  name: "establishments",
  path: paths.establishments,
  query: filterNames,
  async show({ language, query, ask }) {
    const filters = filtersOf(query);
    const { data, lost } = await ask(portalEstablishmentList, {
      search: filters.word === "" ? null : filters.word,
      type: typeNamed(filters.type),
    });
    const shown = data.establishments.filter(({ region }) => isChosen(region.code, filters, data));
    const say = establishmentsWords(language);
    return {
      title: say("title"),
      description: say("lead"),
      isPartial: lost.length > 0,
      body: (
        <Fragment>
          <p>{say("lead")}</p>
          <FiltersForm language={language} filters={filters} regions={data.healthRegions} />
          <SetAside language={language} filters={filters} list={data} />
          <p role="status">{say("counted", { count: shown.length })}</p>
          {shown.length === 0 && <NoneFound language={language} word={filters.word} />}
          <ByRegion language={language} list={data} establishments={shown} />
          <p>{say("about2024")}</p>
          <p>
            <a href={addressOf(language, "comparison")}>{say("compare")}</a>
          </p>
        </Fragment>
      ),
    };
  },
};

const mostWordCharacters = 60;

const filtersOf = (query: PageAsked["query"]): Filters => ({
  region: query.region?.[0] ?? "",
  type: query.type?.[0] ?? "",
  word: (query.word?.[0] ?? "").trim().slice(0, mostWordCharacters),
});

const isKnownRegion = (list: List, region: string): boolean =>
  list.healthRegions.some(({ code }) => code === region);

/** Whether a region is the chosen one; every region is while none that exists is chosen. */
const isChosen = (region: string, filters: Filters, list: List): boolean =>
  !isKnownRegion(list, filters.region) || region === filters.region;

interface Part {
  readonly language: Language;
  readonly list: List;
}

const SetAside = ({ language, filters, list }: Part & { readonly filters: Filters }) => {
  const say = establishmentsWords(language);
  return (
    <Fragment>
      {filters.region !== "" && !isKnownRegion(list, filters.region) && (
        <p class="notice caution">{say("unknownRegion", { value: filters.region })}</p>
      )}
      {filters.type !== "" && typeNamed(filters.type) === null && (
        <p class="notice caution">{say("unknownType", { value: filters.type })}</p>
      )}
    </Fragment>
  );
};

const NoneFound = ({ language, word }: { readonly language: Language; readonly word: string }) => {
  const say = establishmentsWords(language);
  return (
    <Fragment>
      <p>{say("noneHelp")}</p>
      <p>
        <a href={addressOf(language, "establishments")}>{say("reset")}</a>
      </p>
      {word !== "" && (
        <p>
          <a href={addressOf(language, "search", {}, [["q", word]])}>{say("searchAll", { word })}</a>
        </p>
      )}
    </Fragment>
  );
};

const ByRegion = ({
  language,
  list,
  establishments: shown,
}: Part & { readonly establishments: List["establishments"] }) => (
  <Fragment>
    {list.healthRegions
      .map((region) => ({
        region,
        establishments: shown.filter((one) => one.region.code === region.code),
      }))
      .filter(({ establishments }) => establishments.length > 0)
      .map(({ region, establishments }) => (
        <section key={region.code} aria-labelledby={region.code}>
          <h2 id={region.code}>
            <a href={addressOf(language, "region", { code: region.code })}>
              <Text of={region.name} language={language} />
            </a>
          </h2>
          <ul class="establishments">
            {establishments.map((establishment) => (
              <EstablishmentLine key={establishment.code} of={establishment} language={language} />
            ))}
          </ul>
        </section>
      ))}
  </Fragment>
);
