import { Fragment } from "preact";
import { Chart } from "../charts/chart.js";
import type { DrawnChart } from "../charts/draw-chart.js";
import type { LineAsked } from "../charts/line-options.js";
import { ShownValue } from "../parts/shown-value.js";
import { Scroll } from "../parts/scroll.js";
import type { Language } from "../language.js";
import { French, type StoredText, Text, wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import { indicatorAddress } from "./indicator-query.js";
import type { SectionProps } from "./shown-indicator.js";
import { indicatorWords } from "./words.js";

/** A line and what it was asked from. */
export interface LineDrawn {
  readonly asked: LineAsked;
  readonly drawn: readonly DrawnChart[];
}

/** Where the values go from one campaign to another, or every reason why that cannot be told. */
export const TrendSection = ({ of, line }: SectionProps & { readonly line: LineDrawn | null }) => {
  const { trend } = of.values;
  const say = indicatorWords(of.language);
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{say("trend")}</h2>
      {trend.direction ? (
        <p>{say("trendTold", { direction: wordFor(of.language, "TrendDirection", trend.direction) })}</p>
      ) : (
        <Reasons of={of} />
      )}
      {line && <TrendLine language={of.language} line={line} />}
      {trend.points.length > 0 && <Points of={of} />}
    </section>
  );
};

const TrendLine = ({ language, line }: { readonly language: Language; readonly line: LineDrawn }) => {
  const say = indicatorWords(language);
  const { asked, drawn } = line;
  const hasGap = asked.marks.slice(1).some(({ isJoined }) => !isJoined);
  return (
    <Chart
      id="trend-line"
      title={asked.title}
      description={asked.description}
      drawn={drawn}
      language={language}
    >
      {say("legendLine")}
      {hasGap && <Fragment> {say("legendGap")}</Fragment>}
    </Chart>
  );
};

const Reasons = ({ of: { language, values } }: SectionProps) => {
  const say = indicatorWords(language);
  const { reasons } = values.trend;
  return (
    <div class="notice">
      <p>{say("noTrend", { count: reasons.length })}</p>
      <ul>
        {reasons.map(({ code, text, campaigns }) => (
          <li key={[code, ...campaigns].join(" ")}>
            {campaigns.length === 0
              ? wordsOf(text, language)
              : say("reasonOf", { text: wordsOf(text, language), campaigns: campaigns.join(", ") })}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Points = ({ of }: SectionProps) => {
  const { language, values, campaigns, indicator, category } = of;
  const say = indicatorWords(language);
  const titleOf = (code: string) => campaigns.find((campaign) => campaign.code === code)?.title;
  return (
    <Scroll label={say("points")}>
      <table>
        <caption>{say("points")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("campaign")}</th>
            <th scope="col">{say("valueColumn")}</th>
            <th scope="col">{say("choice")}</th>
          </tr>
        </thead>
        <tbody>
          {values.trend.points.map(({ campaign, observation, choice }) => (
            <tr key={campaign}>
              <th scope="row">
                <a
                  href={indicatorAddress(language, indicator.code, {
                    campaign,
                    category: category?.code ?? null,
                    asOf: of.asOf,
                  })}
                >
                  <Text of={titleOf(campaign) ?? { fr: campaign, en: campaign }} language={language} />
                </a>
              </th>
              <td>
                <ShownValue of={observation} language={language} />
              </td>
              <td>
                <Choice of={choice} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

// The section of a document stands in its sentence as it is printed: in French.
const section = /\(([A-Z]+, .*?)\)(?=[,.]| ?;)/;

const Choice = ({ of, language }: { readonly of: StoredText; readonly language: Language }) => {
  if (language === "fr" || of.en === null) return <Text of={of} language={language} />;
  return (
    <Fragment>
      {of.en.split(section).map((part, rank) =>
        rank % 2 === 0 ? (
          part
        ) : (
          <Fragment key={rank}>
            (<French language={language}>{part}</French>)
          </Fragment>
        ),
      )}
    </Fragment>
  );
};
