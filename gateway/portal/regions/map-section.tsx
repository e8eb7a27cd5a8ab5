import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Legend } from "../map/legend.js";
import { type MapChoice, whyNone } from "../map/map-choice.js";
import type { PortalMapChoicesQuery } from "../map/map-choices.operation.js";
import { MapTable } from "../map/map-table.js";
import type { MapValueFragment, PortalRegionMapQuery } from "../map/region-map.operation.js";
import { RegionMap } from "../map/region-map.js";
import { measureOf } from "../map/region-values.js";
import type { Documents } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalRegionRegisterQuery } from "../region/region-register.operation.js";
import { MapForm, mapParameters, register } from "./map-form.js";
import { ValueTile } from "./value-tile.js";
import { regionsWords } from "./words.js";

type Region = PortalRegionRegisterQuery["healthRegions"][number];

interface Asked {
  readonly language: Language;
  readonly choices: PortalMapChoicesQuery;
  readonly chosen: MapChoice;
  readonly values: NonNullable<PortalRegionMapQuery["qualityIndicator"]>;
  readonly regions: readonly Region[];
  /** As asked for; what does not exist falls back to what does. */
  readonly basis: string;
  readonly region: string;
  readonly documents: Documents;
}

/** The selects, the map with its legend, the chosen region in large, and the table behind the map. */
export const MapSection = (asked: Asked) => {
  const { language, choices, chosen, values, regions, documents } = asked;
  const say = regionsWords(language);
  const { indicator, category } = chosen;
  const bases = [...new Set(values.regions.map((value) => value.basis))];
  const basis =
    bases.find((code) => code === asked.basis) ??
    (bases.includes(indicator.basis) ? indicator.basis : (bases[0] ?? null));
  const of = measureOf(regions, values.regions, category?.code ?? null, basis);
  const own =
    of.regions.find(({ region }) => region.code === asked.region) ??
    of.regions.find(({ state }) => state.kind === "classed") ??
    of.regions[0];
  const measure = measureWords(chosen, language);
  return (
    <>
      <MapForm
        language={language}
        choices={choices}
        chosen={chosen}
        bases={bases}
        basis={basis}
        regions={regions}
        region={own?.region.code ?? ""}
      />
      <section aria-labelledby="map">
        <h2 id="map">{measure}</h2>
        <p>
          <Text of={indicator.plain} language={language} />
        </p>
        <p>
          <a href={addressOf(language, "indicator", { code: indicator.code })}>{say("about")}</a>
        </p>
        {values.regions.length === 0 && (
          <p class="notice">
            {say(whyNone(chosen))}{" "}
            <a href={addressOf(language, "regions", {}, [[mapParameters.indicator[language], register]])}>
              {say("toRegister")}
            </a>
          </p>
        )}
        <RegionMap language={language} of={of} measure={measure} chosen={own?.region.code ?? ""} />
        <Legend language={language} of={of} />
      </section>
      {own && (
        <ValueTile
          language={language}
          of={own}
          measure={measure}
          wider={widerOf(asked, own.region.code, own.value)}
          documents={documents}
        />
      )}
      <MapTable language={language} of={of} measure={measure} />
    </>
  );
};

const measureWords = ({ indicator, campaign, category }: MapChoice, language: Language): string => {
  const say = regionsWords(language);
  const [name, when] = [wordsOf(indicator.name, language), wordsOf(campaign.title, language)];
  return category
    ? say("measureOf", { indicator: name, category: wordsOf(category.label, language), campaign: when })
    : say("measure", { indicator: name, campaign: when });
};

// The values of the same measure: of the same vintage beside a region's value, every one that is told where it has none.
function widerOf(asked: Asked, code: string, value: MapValueFragment | null) {
  const { language, regions, values, chosen } = asked;
  const say = regionsWords(language);
  const group = regions.find((region) => region.code === code)?.group;
  const same = (other: MapValueFragment): boolean =>
    other.category === (chosen.category?.code ?? null) &&
    (value === null || (other.basis === value.basis && other.vintage === value.vintage));
  return [
    ...(group
      ? [
          {
            name: say("group", { name: wordFor(language, "RegionGroup", group) }),
            values: values.groups.filter((other) => other.area.code === group && same(other)),
          },
        ]
      : []),
    { name: say("province"), values: values.province.filter(same) },
  ].filter((area) => area.values.length > 0);
}
