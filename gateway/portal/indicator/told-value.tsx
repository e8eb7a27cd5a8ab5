import { Fragment } from "preact";
import type { Language } from "../language.js";
import { Placed, slot } from "../parts/placed.js";
import { type Figure, ShownValue, SyntheticMark } from "../parts/shown-value.js";
import { type StoredText, wordsOf } from "../parts/text.js";
import { unitNoun, type ValueOf, wordFor } from "../parts/words.js";
import { sentenceKey, sentences } from "./sentences.js";

export interface ToldValueProps {
  readonly of: Figure & { readonly basis: ValueOf<"Basis"> };
  readonly indicator: { readonly code: string; readonly name: StoredText };
  /** The chosen category; null when the value is of none. */
  readonly category: { readonly code: string; readonly label: StoredText } | null;
  readonly language: Language;
}

/** A value in words: the sentence of its indicator with the number within; an absence stands by itself. */
export const ToldValue = ({ of, indicator, category, language }: ToldValueProps) => {
  if (of.status !== "OBSERVED" || (of.value === null && of.low === null && of.high === null))
    return <ShownValue of={of} language={language} />;
  const key = sentenceKey(indicator.code, of.unit, category?.code ?? null);
  const sentence = sentences(language)(key, {
    value: slot(0),
    share: wordFor(language, "ShareOf", of.basis),
    unit: of.unit === "PERCENT" ? "" : unitNoun(language, of.unit, of.high ?? of.value ?? of.low ?? 0),
    name: wordsOf(indicator.name, language),
    category: category ? wordsOf(category.label, language) : "",
  });
  const number = <ShownValue of={{ ...of, origin: null }} language={language} unit={false} printed={false} />;
  return (
    <Fragment>
      <Placed text={sentence} nodes={[number]} />
      {of.origin === "SYNTHETIC" && (
        <Fragment>
          {" "}
          <SyntheticMark language={language} />
        </Fragment>
      )}
    </Fragment>
  );
};
