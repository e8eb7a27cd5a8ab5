import { Fragment } from "preact";
import { numberIn } from "../figures/numbers.js";
import { Scroll } from "../parts/scroll.js";
import { ShownValue } from "../parts/shown-value.js";
import { SourceLine } from "../parts/source-line.js";
import { wordsOf } from "../parts/text.js";
import { figureSays, wordFor } from "../parts/words.js";
import { IntervalWords } from "./interval-words.js";
import type { SectionProps } from "./shown-indicator.js";
import { indicatorWords } from "./words.js";

/** Every saying of one measure, with its basis, its computation, its interval and its source. */
export const SayingsTable = ({ of }: SectionProps) => {
  const { language, rows, campaign, category, documents } = of;
  const say = indicatorWords(language);
  const hasIntervals = rows.some(({ interval }) => interval !== null);
  const hasCounts = rows.some(({ numerator, denominator }) => numerator !== null && denominator !== null);
  const place = [wordsOf(campaign.title, language), ...(category ? [wordsOf(category.label, language)] : [])];
  const caption = say("table", { campaign: place.join(" – ") });
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("valueColumn")}</th>
            <th scope="col">{say("basisColumn")}</th>
            {hasCounts && <th scope="col">{say("countColumn")}</th>}
            {hasIntervals && <th scope="col">{say("interval")}</th>}
            <th scope="col">{say("sourceColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rank) => (
            <tr key={rank}>
              <td>
                <ShownValue of={row} language={language} />
              </td>
              <td>{wordFor(language, "Basis", row.basis)}</td>
              {hasCounts && (
                <td>
                  {row.numerator !== null &&
                    row.denominator !== null &&
                    figureSays(language)(row.countInferred ? "countInferred" : "countOf", {
                      numerator: numberIn(language, row.numerator),
                      denominator: numberIn(language, row.denominator),
                    })}
                </td>
              )}
              {hasIntervals && (
                <td>
                  <IntervalWords of={row} language={language} />
                </td>
              )}
              <td>
                <SourceLine of={row.provenance} documents={documents} language={language} isBrief />
                {row.vintage && <Fragment> ({row.vintage})</Fragment>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
