import { addressOf, paths } from "../addresses.js";
import { askApart } from "../asking/ask-apart.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { LostPart } from "../parts/lost-part.js";
import { Text } from "../parts/text.js";
import { SchemaPart } from "./schema-part.js";
import { VintagePart } from "./vintage-part.js";
import { portalVintages, type PortalVintagesQuery } from "./vintages.operation.js";
import { changeLogWords } from "./words.js";

/** What has changed in the data, by campaign and vintage, and in the public schema. */
export const changeLogPage: Page = {
  name: "change log",
  path: paths.changeLog,
  async show({ language, ask }) {
    const say = changeLogWords(language);
    const { data, lost } = await askApart(ask, portalVintages, {});
    return {
      title: say("title"),
      description: say("description"),
      crumbs: [{ label: say("data"), href: addressOf(language, "developers") }],
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <p>
            <a href={addressOf(language, "vintagesFeed")} type="application/atom+xml">
              {say("feed")}
            </a>
          </p>
          <h2 id="vintages">{say("vintages")}</h2>
          <p>{say("vintagesLead")}</p>
          {data ? <Campaigns data={data} language={language} /> : <LostPart language={language} />}
          <h2 id="schema">{say("schema")}</h2>
          <SchemaPart language={language} />
        </>
      ),
    };
  },
};

const Campaigns = ({
  data,
  language,
}: {
  readonly data: PortalVintagesQuery;
  readonly language: Language;
}) => {
  const say = changeLogWords(language);
  if (data.campaigns.length === 0) return <p>{say("noCampaign")}</p>;
  return (
    <>
      {[...data.campaigns].reverse().map(({ code, title, vintages }) => (
        <section key={code} aria-labelledby={`campagne-${code}`}>
          <h3 id={`campagne-${code}`}>
            <Text of={title} language={language} />
          </h3>
          {vintages.length === 0 && <p>{say("noVintage")}</p>}
          {[...vintages]
            .sort((one, other) => other.number - one.number)
            .map((vintage) => (
              <VintagePart
                key={vintage.code}
                of={vintage}
                indicators={data.qualityIndicators}
                language={language}
              />
            ))}
        </section>
      ))}
    </>
  );
};
