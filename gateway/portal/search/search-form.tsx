import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { mostCharacters } from "./question-words.js";
import { searchWords } from "./words.js";

/** The large search box of the home page and of the results. */
export const SearchForm = ({
  language,
  question = "",
}: {
  readonly language: Language;
  readonly question?: string;
}) => {
  const say = searchWords(language);
  return (
    <form
      class="large-search"
      role="search"
      aria-label={say("label")}
      action={addressOf(language, "search")}
      method="get"
    >
      <label for="question">{say("label")}</label>
      <div>
        <input id="question" type="search" name="q" maxLength={mostCharacters} value={question} />
        <button type="submit">{say("send")}</button>
      </div>
    </form>
  );
};

/** Questions that find something, for somebody who does not know where to begin. */
export const ExampleQuestions = ({ language }: { readonly language: Language }) => {
  const say = searchWords(language);
  const examples = (["example1", "example2", "example3", "example4"] as const).map((key) => say(key));
  return (
    <div class="example-questions">
      <p>{say("tryOne")}</p>
      <ul>
        {examples.map((example) => (
          <li key={example}>
            <a href={addressOf(language, "search", {}, [["q", example]])}>{example}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
