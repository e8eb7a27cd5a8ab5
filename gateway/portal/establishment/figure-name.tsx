import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Text, wordsOf } from "../parts/text.js";
import type { PlaceFigure } from "./read-figures.js";

/** What a figure measures in plain words, with its category or, as several share their plain words, its name. */
export function figureNameInWords(of: PlaceFigure, language: Language): string {
  if (!of.qualityIndicator) return of.indicator;
  const { plain, name } = of.qualityIndicator;
  return `${wordsOf(plain, language)} (${wordsOf(categoryOf(of)?.label ?? name, language)})`;
}

/** The name of a figure, that leads to its indicator's page. */
export const FigureName = ({ of, language }: { readonly of: PlaceFigure; readonly language: Language }) => {
  const href = addressOf(language, "indicator", { code: of.indicator });
  if (!of.qualityIndicator) return <a href={href}>{of.indicator}</a>;
  const { plain, name } = of.qualityIndicator;
  return (
    <Fragment>
      <a href={href}>
        <Text of={plain} language={language} />
      </a>{" "}
      <span class="narrower">
        (<Text of={categoryOf(of)?.label ?? name} language={language} />)
      </span>
    </Fragment>
  );
};

const categoryOf = ({ category, qualityIndicator }: PlaceFigure) =>
  qualityIndicator?.categories.find(({ code }) => code === category) ?? null;
