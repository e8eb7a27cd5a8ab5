import type { Language } from "../language.js";
import { mappedIndicators, type MapChoice } from "../map/map-choice.js";
import type { PortalMapChoicesQuery } from "../map/map-choices.operation.js";
import type { MapRegion } from "../map/region-values.js";
import { Choice } from "../parts/choice.js";
import { wordsOf } from "../parts/text.js";
import { type ValueOf, wordFor } from "../parts/words.js";
import { regionsWords } from "./words.js";

/** The parameters of the map's address. */
export const mapParameters = {
  indicator: { fr: "indicateur", en: "indicator" },
  campaign: { fr: "campagne", en: "campaign" },
  category: { fr: "categorie", en: "category" },
  basis: { fr: "base", en: "basis" },
  region: { fr: "region", en: "region" },
} as const;

/** What the map shows when it is none of the indicators: what the register knows. */
export const register = "REGISTER";

/** The selects that choose what the map shows; a category and a basis only where there are several. */
export const MapForm = ({
  language,
  choices,
  chosen,
  bases = [],
  basis = null,
  regions,
  region,
}: {
  readonly language: Language;
  readonly choices: PortalMapChoicesQuery;
  /** Null for the register, which has neither campaigns nor categories. */
  readonly chosen: MapChoice | null;
  readonly bases?: readonly ValueOf<"Basis">[];
  readonly basis?: string | null;
  readonly regions: readonly MapRegion[];
  readonly region: string;
}) => {
  const say = regionsWords(language);
  const field = (name: keyof typeof mapParameters) => ({
    name: mapParameters[name][language],
    label: say(name),
  });
  return (
    <form class="choices" method="get" aria-label={say("choose")}>
      <Choice
        {...field("indicator")}
        chosen={chosen?.indicator.code ?? register}
        options={[
          [register, say("register")],
          ...mappedIndicators(choices.qualityIndicators).map(
            ({ code, name }) => [code, `${code} · ${wordsOf(name, language)}`] as const,
          ),
        ]}
      />
      {chosen && (
        <Choice
          {...field("campaign")}
          chosen={chosen.campaign.code}
          options={choices.campaigns.map(({ code, title }) => [code, wordsOf(title, language)])}
        />
      )}
      {chosen?.category && (
        <Choice
          {...field("category")}
          chosen={chosen.category.code}
          options={chosen.indicator.categories.map(({ code, label }) => [code, wordsOf(label, language)])}
        />
      )}
      {bases.length > 1 && (
        <Choice
          {...field("basis")}
          chosen={basis ?? ""}
          options={bases.map((code) => [code, wordFor(language, "Basis", code)])}
        />
      )}
      <Choice
        {...field("region")}
        chosen={region}
        options={regions.map(({ code, name }) => [code, `${wordsOf(name, language)} (${code})`])}
      />
      <button type="submit">{say("show")}</button>
    </form>
  );
};
