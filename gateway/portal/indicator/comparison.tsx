import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { ShownValue } from "../parts/shown-value.js";
import { wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import { placeName, placesOf } from "./places.js";
import type { SectionProps } from "./shown-indicator.js";
import { type ChartDrawn, ValuesChart } from "./values.js";
import type { PlacedValue } from "./values-shown.js";
import { indicatorWords } from "./words.js";

/** The province beside its regions and its groups of establishments; a hidden value says why. */
export const Comparison = ({ of, chart }: SectionProps & { readonly chart: ChartDrawn | null }) => {
  const { language, indicator } = of;
  const say = indicatorWords(language);
  const { places, establishments, needsCategory } = placesOf(of);
  const onlyProvince = indicator.levels.every((level) => level === "PROVINCE");
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison">{say("comparison")}</h2>
      {chart && <ValuesChart of={of} chart={chart} id="comparison-chart" />}
      {places.length > 1 && <PlacesTable of={of} places={places} caption={captionOf(of)} />}
      {needsCategory && <p>{say("chooseCategory")}</p>}
      {places.length <= 1 && !needsCategory && (
        <p>{say(onlyProvince ? "provinceOnlyIndicator" : "onlyProvince")}</p>
      )}
      {establishments.length > 0 && <Establishments of={of} places={establishments} />}
    </section>
  );
};

const captionOf = ({ language, campaign }: SectionProps["of"]): string =>
  indicatorWords(language)("comparisonTable", { campaign: wordsOf(campaign.title, language) });

const Establishments = ({ of, places }: SectionProps & { readonly places: readonly PlacedValue[] }) => {
  const say = indicatorWords(of.language);
  const hidden = places.filter(({ status }) => status !== "OBSERVED");
  return (
    <details class="told">
      <summary>
        {hidden.length === places.length
          ? say("someHidden", { count: hidden.length })
          : say("establishments")}
      </summary>
      <PlacesTable of={of} places={places} caption={say("establishments")} />
    </details>
  );
};

const PlacesTable = ({
  of: { language },
  places,
  caption,
}: SectionProps & { readonly places: readonly PlacedValue[]; readonly caption: string }) => {
  const say = indicatorWords(language);
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("place")}</th>
            <th scope="col">{say("level")}</th>
            <th scope="col">{say("valueColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place, rank) => (
            <tr key={rank}>
              <th scope="row">
                <PlaceName of={place.area} language={language} />
              </th>
              <td>{wordFor(language, "ObservationLevel", place.area.level)}</td>
              <td>
                <ShownValue of={place} language={language} share={place.basis} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const PlaceName = ({ of, language }: { readonly of: PlacedValue["area"]; readonly language: Language }) => {
  const name = placeName(of, language);
  if (of.level === "HEALTH_REGION")
    return <a href={addressOf(language, "region", { code: of.code })}>{name}</a>;
  if (of.level === "ESTABLISHMENT")
    return <a href={addressOf(language, "establishment", { code: of.code })}>{name}</a>;
  return name;
};
