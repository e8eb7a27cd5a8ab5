import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { Text, wordsOf } from "../parts/text.js";
import { recommendationWords } from "../recommendations/words.js";
import { Enrichments } from "./enrichments.js";
import { IndicatorLinks, Progress } from "./progress.js";
import { portalRecommendation, type PortalRecommendationQuery } from "./recommendation.operation.js";
import { WordingCards } from "./wording-cards.js";
import { differentWordings } from "./wordings.js";
import { recommendationPageWords } from "./words.js";

type Shown = NonNullable<PortalRecommendationQuery["recommendation"]>;

/** One recommendation: where it stands, its wordings, what was added, whom it is addressed to. */
export const recommendationPage: Page = {
  name: "recommendation",
  path: paths.recommendation,
  async show({ language, params, ask }) {
    const { data, lost } = await ask(portalRecommendation, { code: params.code ?? "" });
    const shown = data.recommendation;
    if (!shown) return null;
    const list = recommendationWords(language);
    const say = recommendationPageWords(language);
    const wordings = differentWordings(shown.wordings);
    const source = data.sources.find(({ code }) => code === shown.document);
    return {
      title: list("one", { code: shown.code }),
      description: wordsOf(shown.text, language),
      crumbs: [{ label: list("title"), href: addressOf(language, "recommendations") }],
      isPartial: lost.length > 0,
      body: (
        <>
          <p class="lead">
            <Text of={shown.text} language={language} />
          </p>
          {source && (
            <p>
              {say("source")} <Text of={source.title} language={language} />
            </p>
          )}
          <Progress language={language} progress={shown.progress} history={shown.progressHistory} />
          <h2>{say("indicators")}</h2>
          {shown.linkedIndicators.length > 0 ? (
            <IndicatorLinks language={language} indicators={shown.linkedIndicators} />
          ) : (
            <p>{say("noIndicator")}</p>
          )}
          <section aria-labelledby="wordings">
            <h2 id="wordings">{say("wordings", { count: wordings.length })}</h2>
            <p>{say("wordingsLead", { count: wordings.length })}</p>
            <WordingCards language={language} wordings={wordings} />
          </section>
          {shown.enrichments.length > 0 && (
            <Enrichments language={language} enrichments={shown.enrichments} />
          )}
          <Addressees language={language} addressees={shown.addressees} />
          <Crosswalk language={language} crosswalk={shown.crosswalk} />
        </>
      ),
    };
  },
};

const Addressees = ({
  language,
  addressees,
}: {
  readonly language: Language;
  readonly addressees: Shown["addressees"];
}) => {
  const say = recommendationPageWords(language);
  return (
    <>
      <h2>{say("addressees")}</h2>
      {addressees.length === 0 && <p>{say("noAddressee")}</p>}
      {addressees.length > 0 && (
        <ul>
          {addressees.map(({ label }) => (
            <li key={label.fr}>
              <Text of={label} language={language} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const Crosswalk = ({
  language,
  crosswalk,
}: {
  readonly language: Language;
  readonly crosswalk: Shown["crosswalk"];
}) => {
  const say = recommendationPageWords(language);
  return (
    <>
      <h2>{say("crosswalk")}</h2>
      {crosswalk.relatedTo.length === 0 && <p>{say("noCrosswalk")}</p>}
      {crosswalk.relatedTo.length > 0 && (
        <>
          <p class="notice">{say("proposed")}</p>
          <ul>
            {crosswalk.relatedTo.map(({ code, text }) => (
              <li key={code}>
                <a href={addressOf(language, "recommendation", { code })}>
                  {recommendationWords(language)("one", { code })}
                </a>{" "}
                <Text of={text} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
