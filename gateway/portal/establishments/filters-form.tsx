import { addressOf } from "../addresses.js";
import { type Language, localeOf } from "../language.js";
import { type StoredText, wordsOf } from "../parts/text.js";
import { establishmentTypes } from "./establishment-types.js";
import { typeInWords } from "./type-name.js";
import { establishmentsWords } from "./words.js";

/** What the list is filtered by; an empty word filters nothing. */
export interface Filters {
  readonly region: string;
  readonly type: string;
  readonly word: string;
}

/** The names of the filters in the address. */
export const filterNames = {
  region: { fr: "region", en: "region" },
  type: { fr: "type", en: "type" },
  word: { fr: "mot", en: "word" },
} as const;

/** The filters of the list; sent as part of the address, so that a choice can be kept and shared. */
export const FiltersForm = ({
  language,
  filters,
  regions,
}: {
  readonly language: Language;
  readonly filters: Filters;
  readonly regions: readonly { readonly code: string; readonly name: StoredText }[];
}) => {
  const say = establishmentsWords(language);
  return (
    <form
      class="filters"
      action={addressOf(language, "establishments")}
      method="get"
      aria-label={say("filters")}
    >
      <p>
        <label for="filter-region">{say("region")}</label>
        <select id="filter-region" name={filterNames.region[language]}>
          <option value="">{say("allRegions")}</option>
          {regions.map(({ code, name }) => (
            <option
              key={code}
              value={code}
              selected={code === filters.region}
              lang={language === "en" && name.en === null ? localeOf("fr") : undefined}
            >
              {wordsOf(name, language)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="filter-type">{say("type")}</label>
        <select id="filter-type" name={filterNames.type[language]}>
          <option value="">{say("allTypes")}</option>
          {establishmentTypes.map((type) => (
            <option key={type} value={type} selected={type === filters.type}>
              {typeInWords(language, type)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="filter-word">{say("word")}</label>
        <input
          id="filter-word"
          type="text"
          name={filterNames.word[language]}
          value={filters.word}
          maxLength={60}
        />
      </p>
      <p>
        <button type="submit">{say("apply")}</button>{" "}
        <a class="button secondary" href={addressOf(language, "establishments")}>
          {say("reset")}
        </a>
      </p>
    </form>
  );
};
