import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import type { Documents } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import type { Region } from "./region-facts.js";
import type { Campaign, Indicator, OwnValue } from "./own-value.js";
import { ValuesTable } from "./values-table.js";
import { regionWords } from "./words.js";

interface Asked {
  readonly language: Language;
  readonly region: Region;
  readonly campaigns: readonly Campaign[];
  readonly campaign: Campaign;
  readonly indicators: readonly Indicator[];
  readonly values: readonly OwnValue[];
  readonly documents: Documents;
}

/** The region's values in a campaign: those of one number in a table, those by category one click away. */
export const RegionValues = (asked: Asked) => {
  const { language, region, campaign, indicators, values, documents } = asked;
  const say = regionWords(language);
  const title = wordsOf(campaign.title, language);
  const shown = values.filter(({ status }) => status === "OBSERVED").length;
  const hidden = values.filter(({ status }) => status === "SUPPRESSED").length;
  const name = wordsOf(region.name, language);
  const single = values.filter(({ category }) => category === null);
  const table = { language, indicators, documents };
  return (
    <section aria-labelledby="values">
      <h2 id="values">{say("values")}</h2>
      <CampaignLinks {...asked} />
      {values.length === 0 && <NoValue campaign={campaign} language={language} />}
      {values.length > 0 && (
        <p>{say("counts", { campaign: title, shown, hidden, absent: values.length - shown - hidden })}</p>
      )}
      {values.some(({ reason }) => reason === "SMALL_GROUP") && <p class="notice">{say("smallGroup")}</p>}
      {single.length > 0 && (
        <ValuesTable {...table} values={single} caption={say("table", { name, campaign: title })} />
      )}
      {indicators.map((indicator) => {
        const own = values.filter((value) => value.indicator === indicator.code && value.category !== null);
        const words = wordsOf(indicator.name, language);
        return (
          own.length > 0 && (
            <details class="told" key={indicator.code}>
              <summary>{say("details", { indicator: words, count: own.length })}</summary>
              <ValuesTable
                {...table}
                values={own}
                caption={say("tableOf", { indicator: words, campaign: title })}
              />
            </details>
          )
        );
      })}
    </section>
  );
};

const CampaignLinks = ({ language, region, campaigns, campaign }: Asked) => {
  const say = regionWords(language);
  return (
    <nav aria-label={say("campaigns")}>
      <ul class="campaigns">
        {campaigns.map(({ code, title }) => (
          <li key={code}>
            <a
              href={addressOf(language, "region", { code: region.code }, [
                [regionParameters.campaign[language], code],
              ])}
              aria-current={code === campaign.code ? "page" : undefined}
            >
              <Text of={title} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The parameters of a region's address. */
export const regionParameters = { campaign: { fr: "campagne", en: "campaign" } } as const;

const NoValue = ({ language, campaign }: Pick<Asked, "language" | "campaign">) => {
  const say = regionWords(language);
  const isPublished = campaign.vintages.some(({ status }) => status === "PUBLISHED");
  return (
    <>
      <p class="notice">
        {say("none")} {say(isPublished || campaign.vintages.length > 0 ? "noneProvince" : "noneNotPublished")}{" "}
        <a href={addressOf(language, "indicators")}>{say("indicators")}</a>
      </p>
      <p>
        <Text of={campaign.note} language={language} />
      </p>
    </>
  );
};
