import { French, Text, wordsOf } from "../parts/text.js";
import { Placed, slot } from "../parts/placed.js";
import { indicatorAddress } from "./indicator-query.js";
import { lastingDay } from "./lasting-day.js";
import { queryTextOf } from "./query-text.js";
import type { SectionProps } from "./shown-indicator.js";
import { indicatorWords } from "./words.js";

/** Files, a lasting address, a citation and the question that gives the same. */
export const TakeAway = ({ of }: SectionProps) => {
  const say = indicatorWords(of.language);
  return (
    <section aria-labelledby="take">
      <h2 id="take">{say("take")}</h2>
      <Files of={of} />
      <Lasting of={of} />
      <h3>{say("query")}</h3>
      <p>
        <Placed
          text={say("queryNote", { door: slot(0) })}
          nodes={[<code>{say("door", { url: `${of.publicUrl}/graphql` })}</code>]}
        />
      </p>
      <pre tabIndex={0} role="group" aria-label={say("query")}>
        <code lang="en">{queryTextOf(of)}</code>
      </pre>
      <p>
        <a href="/explorer/">{say("explorer")}</a>
      </p>
    </section>
  );
};

const Files = ({ of: { language, indicator } }: SectionProps) => {
  const say = indicatorWords(language);
  const files = [
    { format: "csv", words: say("csv") },
    { format: "json", words: say("jsonStat") },
  ];
  return (
    <>
      <h3>{say("download")}</h3>
      <ul>
        {files.map(({ format, words }) => (
          <li key={format}>
            <a href={`/data/indicators.${format}?indicator=${encodeURIComponent(indicator.code)}`}>
              {words} – {indicator.code}
            </a>
          </li>
        ))}
      </ul>
      <p>{say("downloadNote")}</p>
    </>
  );
};

const Lasting = ({ of }: SectionProps) => {
  const { language, publicUrl, indicator, campaign, category, headline, documents } = of;
  const say = indicatorWords(language);
  const path = indicatorAddress(language, indicator.code, {
    campaign: campaign.code,
    category: category?.code ?? null,
    asOf: of.asOf ?? lastingDay(campaign),
  });
  const address = `${publicUrl}${path}`;
  const vintage = headline?.vintage ?? campaign.vintages.at(-1)?.code;
  const printed = headline?.origin === "PUBLISHED" ? headline.provenance : null;
  const source = documents.find(({ code }) => code === printed?.document);
  return (
    <>
      <h3>{say("permalink")}</h3>
      <p>
        <a href={path}>{address}</a>
      </p>
      <p>{say("permalinkNote")}</p>
      <h3>{say("cite")}</h3>
      <p>
        {say("citePage", {
          name: wordsOf(indicator.name, language),
          code: indicator.code,
          campaign: wordsOf(campaign.title, language),
          vintage: vintage === undefined ? "" : say("vintageOf", { vintage }),
        })}{" "}
        {address}
      </p>
      {printed && source && (
        <p>
          {source.authors.length > 0 && (
            <French language={language}>{`${source.authors.join(", ")}. `}</French>
          )}
          <cite>
            <Text of={source.title} language={language} />
          </cite>
          {source.publishedOn && `, ${source.publishedOn}`},{" "}
          <French language={language}>{printed.section}</French>.
        </p>
      )}
    </>
  );
};
