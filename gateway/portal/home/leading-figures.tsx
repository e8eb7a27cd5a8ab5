import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Engagement } from "../parts/engagement.js";
import { ShownValue } from "../parts/shown-value.js";
import type { Documents } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import { ValueDetails } from "../parts/value-facts.js";
import { wordFor } from "../parts/words.js";
import type { PortalHomeQuery } from "./home.operation.js";
import { homeWords } from "./words.js";

type Leading = NonNullable<PortalHomeQuery["listed"]>;
type Value = Leading["observations"][number];

interface LeadingProps {
  readonly home: PortalHomeQuery;
  readonly documents: Documents;
  readonly language: Language;
}

/** A few figures for all of Québec, the way to the others beneath. */
export const LeadingFigures = ({ home, documents, language }: LeadingProps) => {
  const say = homeWords(language);
  const leading = [home.listed, home.active, home.represented].flatMap((one) => (one ? [one] : []));
  return (
    <section aria-labelledby="leading">
      <h2 id="leading">{say("leading")}</h2>
      <ul class="cards leading">
        {leading.map((indicator) => (
          <li key={indicator.code} class="card">
            <h3>
              <a href={addressOf(language, "indicator", { code: indicator.code })}>
                <Text of={indicator.plain} language={language} />
              </a>
            </h3>
            <LeadingValue
              value={latestValue(indicator, home.campaigns)}
              campaigns={home.campaigns}
              name={wordsOf(indicator.plain, language)}
              documents={documents}
              language={language}
            />
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={addressOf(language, "indicators")}>
          {say("allIndicators", { count: home.qualityIndicators.length })}
        </a>
      </p>
    </section>
  );
};

/** The first value of the latest campaign that has one: what documents print comes before what the hub computes. */
export function latestValue(
  { observations }: Leading,
  campaigns: PortalHomeQuery["campaigns"],
): Value | null {
  const latestFirst = campaigns.toSorted((one, other) =>
    (one.period.from ?? "") < (other.period.from ?? "") ? 1 : -1,
  );
  for (const { code } of latestFirst) {
    const found = observations.find(({ campaign, status }) => campaign === code && status === "OBSERVED");
    if (found) return found;
  }
  return observations[0] ?? null;
}

const LeadingValue = ({
  value,
  campaigns,
  name,
  documents,
  language,
}: {
  readonly value: Value | null;
  readonly campaigns: PortalHomeQuery["campaigns"];
  readonly name: string;
  readonly documents: Documents;
  readonly language: Language;
}) => {
  const say = homeWords(language);
  if (value === null) return <p>{say("noValue")}</p>;
  const campaign = campaigns.find(({ code }) => code === value.campaign)?.title;
  return (
    <Fragment>
      <p class="big-value">
        <ShownValue of={value} language={language} printed={value.value === null} />
      </p>
      <p>
        {value.unit === "PERCENT" && `${wordFor(language, "ShareOf", value.basis)}. `}
        {say("leadingWhere", { campaign: campaign ? wordsOf(campaign, language) : value.campaign })}
      </p>
      <Engagement of={value.engagement} language={language} />
      {value.contradictions.map(({ id, title }) => (
        <p key={id}>
          <a href={`${addressOf(language, "contradictions")}#${id}`}>
            {say("contradicted", { title: wordsOf(title, language) })}
          </a>
        </p>
      ))}
      <ValueDetails of={value} documents={documents} language={language} name={name} />
    </Fragment>
  );
};
