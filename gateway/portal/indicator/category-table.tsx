import { Fragment } from "preact";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { ShownValue } from "../parts/shown-value.js";
import { Text, wordsOf } from "../parts/text.js";
import { indicatorAddress } from "./indicator-query.js";
import { IntervalWords } from "./interval-words.js";
import type { SectionProps } from "./shown-indicator.js";
import { byCategory, type ProvinceValue } from "./values-shown.js";
import { indicatorWords } from "./words.js";

/** A row a category: what documents print, what the hub computes; each leads to its own facts. */
export const CategoryTable = ({ of }: SectionProps) => {
  const { language, indicator, campaign, asOf, values } = of;
  const say = indicatorWords(language);
  const rows = byCategory(indicator.categories, values.province);
  const labels = new Map(indicator.categories.map(({ code, label }) => [code, label]));
  const hasPrinted = rows.some(({ printed }) => printed !== null);
  const hasComputed = rows.some(({ computed }) => computed !== null);
  const hasIntervals = rows.some(({ printed, computed }) => printed?.interval ?? computed?.interval);
  const missing = indicator.categories.filter(({ code }) => !rows.some((row) => row.code === code));
  const caption = say("byCategory", { campaign: wordsOf(campaign.title, language) });
  return (
    <Fragment>
      <Scroll label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say("category")}</th>
              {hasPrinted && <th scope="col">{say("printedColumn")}</th>}
              {hasComputed && <th scope="col">{say("computedColumn")}</th>}
              {hasIntervals && <th scope="col">{say("interval")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, printed, computed }) => (
              <tr key={code}>
                <th scope="row">
                  <a
                    href={indicatorAddress(language, indicator.code, {
                      campaign: campaign.code,
                      category: code,
                      asOf,
                    })}
                  >
                    <Text of={labels.get(code) ?? { fr: code, en: code }} language={language} />
                  </a>
                </th>
                {hasPrinted && <Cell of={printed} language={language} />}
                {hasComputed && <Cell of={computed} language={language} />}
                {hasIntervals && (
                  <td>
                    <IntervalWords of={printed ?? computed ?? nothing(indicator.unit)} language={language} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>{say("categoriesNote")}</p>
      {missing.length > 0 && (
        <p>
          {say("missingCategories", {
            list: missing.map(({ label }) => wordsOf(label, language)).join(", "),
          })}
        </p>
      )}
    </Fragment>
  );
};

const nothing = (unit: ProvinceValue["unit"]): Pick<ProvinceValue, "interval" | "unit"> => ({
  interval: null,
  unit,
});

const Cell = ({ of, language }: { readonly of: ProvinceValue | null; readonly language: Language }) => (
  <td>{of ? <ShownValue of={of} language={language} /> : indicatorWords(language)("none")}</td>
);
