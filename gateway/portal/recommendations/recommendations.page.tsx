import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { Choice } from "../parts/choice.js";
import { Text, wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import { ProgressMark } from "./progress-mark.js";
import { portalRecommendationList, type PortalRecommendationListQuery } from "./recommendations.operation.js";
import { recommendationWords } from "./words.js";

type Listed = PortalRecommendationListQuery["recommendations"][number];

const states = ["UNKNOWN", "NOT_STARTED", "IN_PROGRESS", "DONE", "ABANDONED"] as const;

/** Every recommendation, or those of a document or in a state. */
export const recommendationsPage: Page = {
  name: "recommendations",
  path: paths.recommendations,
  query: { document: { fr: "document", en: "document" }, status: { fr: "avancement", en: "progress" } },
  async show({ language, query, ask }) {
    const say = recommendationWords(language);
    const { data, lost } = await ask(portalRecommendationList, {});
    const [document = "", status = ""] = [query.document?.[0], query.status?.[0]];
    const fitting = data.recommendations.filter(
      (one) => (!document || one.document === document) && (!status || one.progress.status === status),
    );
    const documents = data.sources.filter(({ code }) =>
      data.recommendations.some((one) => one.document === code),
    );
    return {
      title: say("title"),
      description: say("lead"),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <p>{say("unknownMeaning")}</p>
          <form class="choices" method="get" aria-label={say("filters")}>
            <Choice
              name="document"
              label={say("document")}
              none={say("everyDocument")}
              chosen={document}
              options={documents.map(({ code, title }) => [code, wordsOf(title, language)])}
            />
            <Choice
              name={language === "fr" ? "avancement" : "progress"}
              label={say("status")}
              none={say("everyStatus")}
              chosen={status}
              options={states.map((state) => [state, wordFor(language, "ProgressStatus", state)])}
            />
            <button type="submit">{say("show")}</button>
          </form>
          <p role="status">{say("found", { count: fitting.length })}</p>
          {fitting.length < data.recommendations.length && (
            <p>
              <a href={addressOf(language, "recommendations")}>{say("all")}</a>
            </p>
          )}
          {documents.map(({ code, title }) => {
            const own = fitting.filter((one) => one.document === code);
            return (
              own.length > 0 && (
                <section key={code} aria-labelledby={`document-${code}`}>
                  <h2 id={`document-${code}`}>
                    <Text of={title} language={language} />
                  </h2>
                  <ul class="cards">
                    {own.map((one) => (
                      <RecommendationCard key={one.code} language={language} one={one} />
                    ))}
                  </ul>
                </section>
              )
            );
          })}
        </>
      ),
    };
  },
};

const RecommendationCard = ({ language, one }: { readonly language: Language; readonly one: Listed }) => {
  const say = recommendationWords(language);
  return (
    <li class="card">
      <h3>
        <a href={addressOf(language, "recommendation", { code: one.code })}>
          {say("one", { code: one.code })}
        </a>
      </h3>
      <p>
        <Text of={one.text} language={language} />
      </p>
      <ProgressMark language={language} progress={one.progress} />
      <p>{say("links", { count: one.linkedIndicators.length })}</p>
    </li>
  );
};
