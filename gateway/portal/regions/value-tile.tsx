import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import type { MapValueFragment } from "../map/region-map.operation.js";
import type { RegionValue } from "../map/region-values.js";
import { Engagement } from "../parts/engagement.js";
import { ShownValue } from "../parts/shown-value.js";
import type { Documents } from "../parts/source-line.js";
import { wordsOf } from "../parts/text.js";
import { ValueDetails, ValueFacts } from "../parts/value-facts.js";
import { regionsWords } from "./words.js";

/** A wider area's value, told beside the region's. */
export interface WiderValue {
  readonly name: string;
  readonly values: readonly MapValueFragment[];
}

/** One region's value in large, with what stands behind it, and its group's and the province's. */
export const ValueTile = ({
  language,
  of: { region, value },
  measure,
  wider,
  documents,
}: {
  readonly language: Language;
  readonly of: RegionValue;
  readonly measure: string;
  readonly wider: readonly WiderValue[];
  readonly documents: Documents;
}) => {
  const say = regionsWords(language);
  const name = say("tile", { name: wordsOf(region.name, language), code: region.code });
  return (
    <section class="value-tile" aria-labelledby="value-tile">
      <h2 id="value-tile">{name}</h2>
      <p>{measure}</p>
      <p class="big-value">{value ? <ShownValue of={value} language={language} /> : say("noValue")}</p>
      {value && <Engagement language={language} of={value.engagement} />}
      {value && <ValueFacts of={value} language={language} documents={documents} />}
      {wider.map((area) => (
        <Wider key={area.name} language={language} area={area} documents={documents} />
      ))}
      <p>
        <a href={addressOf(language, "region", { code: region.code })}>{say("toRegion")}</a>
      </p>
    </section>
  );
};

const Wider = ({
  language,
  area,
  documents,
}: {
  readonly language: Language;
  readonly area: WiderValue;
  readonly documents: Documents;
}) => (
  <>
    <h3>{area.name}</h3>
    {area.values.map((value, rank) => (
      <div key={rank}>
        <p>
          <ShownValue of={value} language={language} />
        </p>
        <Engagement language={language} of={value.engagement} />
        <ValueDetails of={value} language={language} documents={documents} name={area.name} />
      </div>
    ))}
  </>
);
