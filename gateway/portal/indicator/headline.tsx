import { Fragment } from "preact";
import type { Language } from "../language.js";
import { dayIn, numberIn } from "../figures/numbers.js";
import { Placed, slot } from "../parts/placed.js";
import { Amount, ShownValue, SyntheticMark } from "../parts/shown-value.js";
import { SourceLine } from "../parts/source-line.js";
import { wordsOf } from "../parts/text.js";
import { ValueDetails } from "../parts/value-facts.js";
import { toldInChart } from "./chart-of-values.js";
import { commentAddress } from "./comment-address.js";
import type { SectionProps } from "./shown-indicator.js";
import { ToldValue } from "./told-value.js";
import { besides, extentOf, type ProvinceValue } from "./values-shown.js";
import { indicatorWords } from "./words.js";

/** The value in words and large, with what stands beside it. */
export const Headline = ({ of }: SectionProps) => {
  const { language, indicator, category, headline, campaign, rows, documents } = of;
  const say = indicatorWords(language);
  return (
    <section aria-labelledby="value">
      <h2 id="value">{say("valueOf", { campaign: wordsOf(campaign.title, language) })}</h2>
      {of.hasBadDay && <p class="notice caution">{say("badDay")}</p>}
      {of.asOf && <p class="notice">{say("asOfNote", { day: dayIn(language, of.asOf) })}</p>}
      {headline ? (
        <Fragment>
          <p class="big-value">
            <ToldValue of={headline} indicator={indicator} category={category} language={language} />
          </p>
          <Contradicted of={of} />
          <ValueDetails of={headline} language={language} documents={documents} />
          <Besides of={of} others={besides(rows, headline)} />
          <Means of={of} headline={headline} />
          <Engagement of={of} headline={headline} />
          <CommentLink of={of} headline={headline} />
        </Fragment>
      ) : (
        <Extent of={of} />
      )}
    </section>
  );
};

const Contradicted = ({ of: { language, contradictions } }: SectionProps) => {
  if (contradictions.length === 0) return null;
  const say = indicatorWords(language);
  const links = contradictions.map(({ id }, rank) => (
    <Fragment key={id}>
      {rank > 0 && ", "}
      <a href={`#${id}`}>{id}</a>
    </Fragment>
  ));
  return (
    <p>
      <Placed text={say("seeContradiction", { ids: slot(0) })} nodes={[links]} />
    </p>
  );
};

const Besides = ({ of, others }: SectionProps & { readonly others: readonly ProvinceValue[] }) => {
  if (others.length === 0) return null;
  const { language, documents } = of;
  return (
    <section aria-labelledby="beside">
      <h3 id="beside">{indicatorWords(language)("beside")}</h3>
      <ul class="cards">
        {others.map((other, rank) => (
          <li class="card" key={rank}>
            <p class="beside-value">
              <ShownValue of={other} language={language} share={other.basis} />
            </p>
            <p>
              <SourceLine of={other.provenance} documents={documents} language={language} isBrief />
            </p>
            <ValueDetails
              of={other}
              language={language}
              documents={documents}
              name={toldInChart(other, language)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Means = ({ of: { language }, headline }: SectionProps & { readonly headline: ProvinceValue }) => {
  if (headline.means.length === 0) return null;
  const say = indicatorWords(language);
  return (
    <section aria-labelledby="means">
      <h3 id="means">{say("means")}</h3>
      <ul>
        {headline.means.map(({ basis, denominator, value }) => (
          <li key={basis}>
            <Placed
              text={say("mean", { value: slot(0), basis, denominator: numberIn(language, denominator) })}
              nodes={[<Amount amount={value} of={headline} language={language} />]}
            />
          </li>
        ))}
      </ul>
      {headline.means.length > 1 && <p>{say("meansNote")}</p>}
    </section>
  );
};

const Engagement = ({ of, headline }: SectionProps & { readonly headline: ProvinceValue }) => {
  if (headline.engagement.length === 0) return null;
  const { language } = of;
  return (
    <section aria-labelledby="engagement">
      <h3 id="engagement">{indicatorWords(language)("engagement")}</h3>
      <ul>
        {headline.engagement.map((value, rank) => (
          <li key={rank}>
            <Engaged of={value} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Engaged = ({ of, language }: { of: ProvinceValue["engagement"][number]; language: Language }) => {
  const shown = <ShownValue of={of} language={language} />;
  const label = of.qualityIndicator?.categories.find(({ code }) => code === of.category)?.label;
  if (!label) return shown;
  const category = wordsOf(label, language);
  return (
    <Placed text={indicatorWords(language)("engagementOf", { category, value: slot(0) })} nodes={[shown]} />
  );
};

// For whoever signs in: the public page knows the address only.
const CommentLink = ({
  of: { language, indicator, campaign },
  headline,
}: SectionProps & { readonly headline: ProvinceValue }) =>
  headline.status === "NOT_ASKED" ? null : (
    <p>
      <a
        rel="nofollow"
        href={commentAddress(language, {
          ...{ indicator: indicator.code, campaign: campaign.code, level: "PROVINCE", area: "QC" },
          ...{ category: headline.category, vintage: headline.vintage },
        })}
      >
        {indicatorWords(language)("comment")}
      </a>
    </p>
  );

const Extent = ({ of: { language, values } }: SectionProps) => {
  const say = indicatorWords(language);
  const extent = extentOf(values.province);
  if (!extent) return <p class="big-value">{say("noValue")}</p>;
  const { low, high } = extent;
  const ends = [low, high].map((end) => <Amount amount={end.value ?? 0} of={end} language={language} />);
  return (
    <p class="big-value">
      <Placed text={say("extent", { low: slot(0), high: slot(1) })} nodes={ends} />
      {low.origin === "SYNTHETIC" && (
        <Fragment>
          {" "}
          <SyntheticMark language={language} />
        </Fragment>
      )}
    </p>
  );
};
