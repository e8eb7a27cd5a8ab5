import { Fragment } from "preact";
import { searchText } from "../../../subgraphs/index.js";
import type { Language } from "../language.js";
import { type StoredText, wordsOf } from "../parts/text.js";
import { holds, type SearchedWord } from "./question-words.js";

/** A text with the searched words marked, accents and case apart; a word is marked as a whole. */
export const Marked = ({
  children,
  words,
}: {
  readonly children: string;
  readonly words: readonly SearchedWord[];
}) => (
  <Fragment>
    {children.split(/([\p{Letter}\p{Number}]+)/u).map((part, place) =>
      // Odd places hold the words, even ones what stands between them.
      place % 2 === 1 && words.some((word) => holds(searchText(part), word)) ? (
        <mark key={place}>{part}</mark>
      ) : (
        part
      ),
    )}
  </Fragment>
);

/** A stored text with the searched words marked; French on an English page says so to screen readers. */
export const MarkedText = ({
  of,
  language,
  words,
}: {
  readonly of: StoredText;
  readonly language: Language;
  readonly words: readonly SearchedWord[];
}) =>
  language === "en" && of.en === null ? (
    <span lang="fr-CA">
      <Marked words={words}>{wordsOf(of, "fr")}</Marked>
    </span>
  ) : (
    <Marked words={words}>{wordsOf(of, language)}</Marked>
  );
