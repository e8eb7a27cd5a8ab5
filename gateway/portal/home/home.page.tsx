import { Fragment } from "preact";
import { addressOf, paths } from "../addresses.js";
import { askApart } from "../asking/ask-apart.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { askDocuments } from "../parts/documents.js";
import { LostPart } from "../parts/lost-part.js";
import { ExampleQuestions, SearchForm } from "../search/search-form.js";
import { Doors } from "./doors.js";
import { portalHome } from "./home.operation.js";
import { LeadingFigures } from "./leading-figures.js";
import { News } from "./news.js";
import { homeWords } from "./words.js";

/** The front page: what is measured, for whom, what is new, and the ways in. */
export const homePage: Page = {
  name: "home",
  path: paths.home,
  async show({ language, ask }) {
    const say = homeWords(language);
    const [{ data, lost }, documents] = await Promise.all([
      askApart(ask, portalHome, { language: language === "fr" ? "FR" : "EN" }),
      askDocuments(ask),
    ]);
    return {
      title: say("title"),
      description: say("lead"),
      isPartial: lost.length + documents.lost.length > 0,
      body: (
        <Fragment>
          <p class="lead">{say("lead")}</p>
          <SearchForm language={language} />
          <ExampleQuestions language={language} />
          <Doors language={language} />
          {data ? (
            <LeadingFigures home={data} documents={documents.documents} language={language} />
          ) : (
            <LostPart language={language} />
          )}
          <Measured language={language} />
          {data && <News campaigns={data.campaigns} language={language} />}
          <p>
            {say("developers")} <a href={addressOf(language, "developers")}>{say("developersLink")}</a>
          </p>
        </Fragment>
      ),
    };
  },
};

const Measured = ({ language }: { readonly language: Language }) => {
  const say = homeWords(language);
  return (
    <section aria-labelledby="measured" class="measured">
      <h2 id="measured">{say("measured")}</h2>
      <p>{say("measuredWhat")}</p>
      <p>{say("measuredFor")}</p>
      <ul class="ways-on">
        <li>
          <a href={addressOf(language, "about")}>{say("aboutData")}</a>
        </li>
        <li>
          <a href={addressOf(language, "glossary")}>{say("glossary")}</a>
        </li>
      </ul>
    </section>
  );
};
