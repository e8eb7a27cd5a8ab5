import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";

/** How an address names a published figure, in each language. */
export const figureNames = {
  indicator: { fr: "indicateur", en: "indicator" },
  campaign: { fr: "campagne", en: "campaign" },
  level: { fr: "niveau", en: "level" },
  area: { fr: "lieu", en: "area" },
  category: { fr: "categorie", en: "category" },
  vintage: { fr: "edition", en: "vintage" },
} as const;

/** A published figure, as far as it is named. */
export type NamedFigure = Readonly<Partial<Record<keyof typeof figureNames, string | null>>>;

/** Where an establishment that has signed in comments on a figure. */
export const commentAddress = (language: Language, figure: NamedFigure): string =>
  addressOf(
    language,
    "newFigureComment",
    {},
    (Object.keys(figureNames) as (keyof typeof figureNames)[]).flatMap((name) => {
      const value = figure[name];
      return value ? [[figureNames[name][language], value] as const] : [];
    }),
  );
