import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { type Finding, type SearchedKind, searchedKinds } from "./finding.js";
import { MarkedText } from "./marked.js";
import type { FoundPage } from "./portal-pages.js";
import type { SearchedWord } from "./question-words.js";
import { searchWords } from "./words.js";

interface ResultsProps {
  readonly findings: readonly Finding[];
  readonly words: readonly SearchedWord[];
  readonly language: Language;
}

/** What was found, by kind. */
export const Results = ({ findings, words, language }: ResultsProps) => {
  const say = searchWords(language);
  const groups = searchedKinds.map(
    (kind) => [kind, findings.filter((found) => found.kind === kind)] as const,
  );
  return (
    <Fragment>
      {groups
        .filter(([, found]) => found.length > 0)
        .map(([kind, found]) => (
          <section key={kind} aria-labelledby={`found-${kind}`}>
            <h2 id={`found-${kind}`}>{say(kind, { count: found.length })}</h2>
            <ul class="findings">
              {found.map((finding) => (
                <Result key={finding.code} finding={finding} words={words} language={language} />
              ))}
            </ul>
          </section>
        ))}
    </Fragment>
  );
};

const Result = ({
  finding,
  words,
  language,
}: {
  readonly finding: Finding;
  readonly words: readonly SearchedWord[];
  readonly language: Language;
}) => {
  const { kind, code, title, alsoNamed, summary } = finding;
  const marked = { language, words };
  // A recommendation has no name of its own: its text is what stands below.
  const below = kind === "recommendations" ? title : summary;
  return (
    <li>
      <h3>
        <a href={addressOfFinding(language, finding)}>
          {kind === "recommendations" ? (
            searchWords(language)("recommendation", { code })
          ) : (
            <MarkedText of={title} {...marked} />
          )}
        </a>
      </h3>
      {alsoNamed && (
        <p class="also-named">
          {kind === "indicators" && `${code} · `}
          <MarkedText of={alsoNamed} {...marked} />
        </p>
      )}
      {below && (
        <p>
          <MarkedText of={below} {...marked} />
        </p>
      )}
    </li>
  );
};

const pageOf = {
  indicators: "indicator",
  establishments: "establishment",
  regions: "region",
  recommendations: "recommendation",
} as const satisfies Partial<Record<SearchedKind, string>>;

function addressOfFinding(language: Language, { kind, code }: Finding): string {
  if (kind === "glossary" || kind === "sharedResources")
    return `${addressOf(language, kind)}#${encodeURIComponent(code)}`;
  if (kind === "pages") return addressOf(language, code as FoundPage);
  return addressOf(language, pageOf[kind], { code });
}
