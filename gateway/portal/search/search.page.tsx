import { Fragment } from "preact";
import { addressOf, type PageName, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page, ShownPage } from "../page/page.js";
import { type Answered, findQuestion } from "./find-question.js";
import { mostCharacters, searchedWords } from "./question-words.js";
import { Results } from "./results.js";
import { ExampleQuestions, SearchForm } from "./search-form.js";
import { searchWords } from "./words.js";

/** Finds indicators, places, words, practices and recommendations by plain words. */
export const searchPage: Page = {
  name: "search",
  path: paths.search,
  query: { question: { fr: "q", en: "q" } },
  async show({ language, query, ask }) {
    const asked = (query.question?.[0] ?? "").trim();
    const question = asked.slice(0, mostCharacters);
    const words = searchedWords(question);
    if (words.length === 0) return unasked(language, question);
    const answered = await findQuestion(ask, words);
    return {
      title: searchWords(language)("titleOf", { question }),
      isPartial: answered.isPartial,
      body: (
        <Fragment>
          <SearchForm language={language} question={question} />
          <Told language={language} asked={asked} question={question} answered={answered} />
        </Fragment>
      ),
    };
  },
};

const unasked = (language: Language, question: string): ShownPage => {
  const say = searchWords(language);
  return {
    title: say("title"),
    description: say("lead"),
    body: (
      <Fragment>
        <p>{say("lead")}</p>
        {question !== "" && <p class="notice caution">{say("noWord")}</p>}
        <SearchForm language={language} question={question} />
        <ExampleQuestions language={language} />
        <Lists language={language} />
      </Fragment>
    ),
  };
};

interface ToldProps {
  readonly language: Language;
  /** As it was sent, before it was cut. */
  readonly asked: string;
  readonly question: string;
  readonly answered: Answered;
}

const Told = ({ language, asked, question, answered }: ToldProps) => {
  const say = searchWords(language);
  const { findings, isSomeWords, isPartial, corrected, words } = answered;
  return (
    <Fragment>
      {asked !== question && <p class="notice">{say("tooLong", { count: mostCharacters })}</p>}
      {isPartial && <p class="notice caution">{say("partial")}</p>}
      {corrected.map((word) => (
        <p key={word.asked} class="notice">
          {say("corrected", word)}
        </p>
      ))}
      <p>{say("counted", { count: findings.length, question })}</p>
      {isSomeWords && <p class="notice">{say("someWords")}</p>}
      <Results findings={findings} words={words} language={language} />
      {findings.length === 0 && <Suggestions language={language} />}
    </Fragment>
  );
};

const Suggestions = ({ language }: { readonly language: Language }) => {
  const say = searchWords(language);
  return (
    <section aria-labelledby="suggestions">
      <h2 id="suggestions">{say("suggestions")}</h2>
      <p>{say("shorter")}</p>
      <ExampleQuestions language={language} />
      <Lists language={language} />
    </section>
  );
};

const lists = [
  ["indicators", "allIndicators"],
  ["establishments", "allEstablishments"],
  ["regions", "allRegions"],
  ["glossary", "allWords"],
] as const satisfies readonly (readonly [PageName, string])[];

const Lists = ({ language }: { readonly language: Language }) => {
  const say = searchWords(language);
  return (
    <Fragment>
      <p>{say("orBrowse")}</p>
      <ul>
        {lists.map(([page, word]) => (
          <li key={page}>
            <a href={addressOf(language, page)}>{say(word)}</a>
          </li>
        ))}
      </ul>
    </Fragment>
  );
};
