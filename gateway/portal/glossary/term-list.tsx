import type { Language } from "../language.js";
import { type Documents, SourceLine } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import { byLetter } from "./fitting.js";
import type { PortalGlossaryPageQuery } from "./glossary-page.operation.js";
import { glossaryWords } from "./words.js";

type Term = PortalGlossaryPageQuery["glossary"][number];

interface Asked {
  readonly language: Language;
  readonly terms: readonly Term[];
  readonly documents: Documents;
}

/** Terms from A to Z, with a way to each letter. */
export const TermList = ({ language, terms, documents }: Asked) => {
  const say = glossaryWords(language);
  const letters = byLetter(terms, ({ term }) => wordsOf(term, language));
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{say("terms")}</h2>
      <nav aria-label={say("letters")}>
        <ul class="letters">
          {letters.map(([letter]) => (
            <li key={letter}>
              <a href={`#letter-${letter}`} aria-label={say("letter", { letter })}>
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(([letter, own]) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h3 id={`letter-${letter}`}>{letter}</h3>
          <dl class="terms">
            {own.map((term) => (
              <Entry key={term.code} language={language} term={term} documents={documents} />
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
};

const Entry = ({
  language,
  term,
  documents,
}: {
  readonly language: Language;
  readonly term: Term;
  readonly documents: Documents;
}) => {
  const say = glossaryWords(language);
  return (
    <>
      <dt id={term.code}>
        <Text of={term.term} language={language} />
      </dt>
      <dd>
        <p>
          <Text of={term.plain} language={language} />
        </p>
        <details class="told">
          <summary>
            {say("definition")}
            <span class="visually-hidden">
              {" "}
              <Text of={term.term} language={language} />
            </span>
          </summary>
          <p>
            <Text of={term.definition} language={language} />
          </p>
          <p class="source">
            {term.provenance ? (
              <SourceLine of={term.provenance} documents={documents} language={language} />
            ) : (
              say("hubTerm")
            )}
          </p>
        </details>
      </dd>
    </>
  );
};
