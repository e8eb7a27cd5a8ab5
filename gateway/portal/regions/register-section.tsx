import { addressOf } from "../addresses.js";
import { numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { Legend } from "../map/legend.js";
import type { PortalMapChoicesQuery } from "../map/map-choices.operation.js";
import { RegionMap } from "../map/region-map.js";
import { Scroll } from "../parts/scroll.js";
import { Text, wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import { MapForm } from "./map-form.js";
import { countedIn, type RegisteredRegion, registerMeasure } from "./register-measure.js";
import { regionsWords } from "./words.js";

interface Asked {
  readonly language: Language;
  readonly regions: readonly RegisteredRegion[];
  /** Null while the figures cannot be read: nothing else can be chosen. */
  readonly choices: PortalMapChoicesQuery | null;
  /** True when nobody asked for it, and no figure has a value by region. */
  readonly isFallback: boolean;
  /** The code of the region to read in large, as asked for. */
  readonly region: string;
}

/** What the printed lists of 2024 say of each region's establishments: on the map, in large for one, and as a table. */
export const RegisterSection = ({ language, regions, choices, isFallback, region: asked }: Asked) => {
  const say = regionsWords(language);
  const of = registerMeasure(regions);
  const own = regions.find(({ code }) => code === asked) ?? regions[0];
  const measure = say("registerMeasure");
  return (
    <>
      {choices && (
        <MapForm
          language={language}
          choices={choices}
          chosen={null}
          regions={regions}
          region={own?.code ?? ""}
        />
      )}
      <section aria-labelledby="map">
        <h2 id="map">{measure}</h2>
        {isFallback && <p class="notice">{say("registerWhy")}</p>}
        <p>{say("registerSource", countedIn(regions))}</p>
        <p>
          <a href={`${addressOf(language, "contradictions")}#K7`}>{say("registerDoubt")}</a>
        </p>
        <RegionMap language={language} of={of} measure={measure} chosen={own?.code ?? ""} />
        <Legend language={language} of={of} patterns={[]} />
      </section>
      {own && <RegisterTile language={language} region={own} />}
      <RegisterTable language={language} regions={regions} />
    </>
  );
};

const RegisterTile = ({
  language,
  region,
}: {
  readonly language: Language;
  readonly region: RegisteredRegion;
}) => {
  const say = regionsWords(language);
  const { code, name, establishments } = region;
  return (
    <section class="value-tile" aria-labelledby="value-tile">
      <h2 id="value-tile">{say("tile", { name: wordsOf(name, language), code })}</h2>
      <p>{say("registerMeasure")}</p>
      <p class="big-value">
        {say("registerValue", { count: countedIn([region]).YES, all: establishments.length })}
      </p>
      <ul>
        {establishments.map((one) => (
          <li key={one.code}>
            <a href={addressOf(language, "establishment", { code: one.code })}>
              <Text of={one.name} language={language} />
            </a>{" "}
            · {wordFor(language, "Represented", one.represented2024)}
          </li>
        ))}
      </ul>
      <p>
        <a href={addressOf(language, "region", { code })}>{say("toRegion")}</a>
      </p>
    </section>
  );
};

const columns = ["YES", "NO", "UNSTATED"] as const;

const RegisterTable = ({
  language,
  regions,
}: {
  readonly language: Language;
  readonly regions: readonly RegisteredRegion[];
}) => {
  const say = regionsWords(language);
  const caption = say("registerTable");
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("regionColumn")}</th>
            {columns.map((column) => (
              <th scope="col" class="number" key={column}>
                {say(`register${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region.code} data-code={region.code}>
              <th scope="row">
                <a href={addressOf(language, "region", { code: region.code })}>
                  <Text of={region.name} language={language} /> ({region.code})
                </a>
              </th>
              {columns.map((column) => (
                <td class="number" key={column}>
                  {numberIn(language, countedIn([region])[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
