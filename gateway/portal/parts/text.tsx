import { Fragment } from "preact";
import type { Language } from "../language.js";
import { typographic } from "../words/typography.js";

/** A text as the hub stores it; the English may be missing. */
export interface StoredText {
  readonly fr: string;
  readonly en: string | null;
}

/** The words of a stored text in a language; French where there is no English. */
export const wordsOf = (text: StoredText, language: Language): string =>
  language === "en" && text.en !== null ? text.en : typographic(text.fr, "fr");

/** A stored text: French that stands on an English page says so to screen readers. */
export const Text = ({ of, language }: { readonly of: StoredText; readonly language: Language }) =>
  language === "en" && of.en === null ? (
    <span lang="fr-CA">{wordsOf(of, "fr")}</span>
  ) : (
    <Fragment>{wordsOf(of, language)}</Fragment>
  );

/** Words that are French wherever they stand: quotations, titles of documents. */
export const French = ({ children, language }: { readonly children: string; readonly language: Language }) =>
  language === "fr" ? (
    <Fragment>{typographic(children, "fr")}</Fragment>
  ) : (
    <span lang="fr-CA">{typographic(children, "fr")}</span>
  );
