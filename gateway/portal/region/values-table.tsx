import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Engagement } from "../parts/engagement.js";
import { Scroll } from "../parts/scroll.js";
import { ShownValue } from "../parts/shown-value.js";
import type { Documents } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import { ValueDetails } from "../parts/value-facts.js";
import { wordFor } from "../parts/words.js";
import type { Indicator, OwnValue } from "./own-value.js";
import { regionWords } from "./words.js";

interface Asked {
  readonly language: Language;
  readonly indicators: readonly Indicator[];
  readonly documents: Documents;
}

/** Values of a region, its group's and the province's beside them. */
export const ValuesTable = ({
  values,
  caption,
  ...asked
}: Asked & { readonly values: readonly OwnValue[]; readonly caption: string }) => {
  const say = regionWords(asked.language);
  const isByCategory = values.some(({ category }) => category !== null);
  return (
    <Scroll label={caption}>
      <table class="values-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say(isByCategory ? "category" : "indicator")}</th>
            <th scope="col">{say("here")}</th>
            <th scope="col">{say("groupColumn")}</th>
            <th scope="col">{say("province")}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <Row
              key={`${value.indicator}${value.category}${value.basis}`}
              {...asked}
              value={value}
              hasOtherBasis={values.some(
                (other) =>
                  other.indicator === value.indicator &&
                  other.category === value.category &&
                  other.basis !== value.basis,
              )}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const Row = ({
  language,
  indicators,
  documents,
  value,
  hasOtherBasis,
}: Asked & { readonly value: OwnValue; readonly hasOtherBasis: boolean }) => {
  const say = regionWords(language);
  const indicator = indicators.find(({ code }) => code === value.indicator);
  const category = indicator?.categories.find(({ code }) => code === value.category);
  const wider = (level: "REGION_GROUP" | "PROVINCE") => {
    const beside = value.comparators.find(({ area }) => area.level === level);
    return beside ? <ShownValue of={beside} language={language} /> : say("notTold");
  };
  const words = category?.label ?? indicator?.name ?? { fr: value.indicator, en: null };
  const basis = hasOtherBasis ? say("onBasis", { basis: wordFor(language, "Basis", value.basis) }) : null;
  return (
    <tr data-indicator={value.indicator}>
      <th scope="row">
        {category ? (
          <Text of={category.label} language={language} />
        ) : (
          <a href={addressOf(language, "indicator", { code: value.indicator })}>
            <Text of={words} language={language} />
          </a>
        )}
        {basis && <p class="basis">{basis}</p>}
      </th>
      <td>
        <p>
          <ShownValue of={value} language={language} />
        </p>
        <Engagement language={language} of={value.engagement} />
        <ValueDetails
          of={value}
          language={language}
          documents={documents}
          name={[wordsOf(words, language), basis ?? ""].join(" ").trim()}
        />
      </td>
      <td>{wider("REGION_GROUP")}</td>
      <td>{wider("PROVINCE")}</td>
    </tr>
  );
};
