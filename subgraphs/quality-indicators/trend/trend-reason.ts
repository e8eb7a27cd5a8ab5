import { Field, ObjectType, registerEnumType } from "type-graphql";
import { EnglishStatus, LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";

/** Why no trend may be told. */
export enum TrendReasonCode {
  TOO_FEW_POINTS = "TOO_FEW_POINTS",
  NOT_ASKED = "NOT_ASKED",
  NO_VALUE = "NO_VALUE",
  DEFINITION_DIFFERS = "DEFINITION_DIFFERS",
  POPULATION_DIFFERS = "POPULATION_DIFFERS",
  BASE_CHANGED = "BASE_CHANGED",
  CATEGORY_NEEDED = "CATEGORY_NEEDED",
}

const words: Readonly<Record<TrendReasonCode, { readonly fr: string; readonly en: string }>> = {
  TOO_FEW_POINTS: {
    fr: "Il y a moins de trois valeurs : deux points ne font pas une tendance.",
    en: "There are fewer than three values: two points make no trend.",
  },
  NOT_ASKED: {
    fr: "La question n'a pas été posée dans toutes ces campagnes.",
    en: "The question was not asked in all of these campaigns.",
  },
  NO_VALUE: {
    fr: "Une campagne n'a pas de valeur à montrer.",
    en: "One campaign has no value to show.",
  },
  DEFINITION_DIFFERS: {
    fr: "La définition n'est pas la même d'une campagne à l'autre.",
    en: "The definition is not the same from one campaign to another.",
  },
  POPULATION_DIFFERS: {
    fr: "Les campagnes n'ont pas interrogé la même population.",
    en: "The campaigns did not ask the same population.",
  },
  BASE_CHANGED: {
    fr: "Les parts ne sont pas des parts des mêmes : répondants d'un côté, bureaux de l'autre.",
    en: "The shares are not shares of the same: respondents on one side, offices on the other.",
  },
  CATEGORY_NEEDED: {
    fr: "L'indicateur a plusieurs catégories : nommez-en une.",
    en: "The indicator has several categories: name one.",
  },
};

registerEnumType(TrendReasonCode, {
  name: "TrendReasonCode",
  description: "Pourquoi aucune tendance ne se dit. · Why no trend may be told.",
  valuesConfig: Object.fromEntries(
    Object.entries(words).map(([code, { fr, en }]) => [code, { description: `${fr} · ${en}` }]),
  ),
});

/** An earlier campaign with which one does not compare; kept as data with the later one. */
export interface CampaignBreak {
  readonly with: string;
  readonly reasons: readonly TrendReasonCode[];
}

@ObjectType({ description: "Une raison de ne dire aucune tendance. · A reason to tell no trend." })
export class TrendReason {
  @Field(() => TrendReasonCode, { description: "La raison. · The reason." })
  @Public()
  code!: TrendReasonCode;

  @Field(() => LocalizedText, { description: "En mots. · In words." })
  @Public()
  text!: LocalizedText;

  @Field(() => [String], { description: "Les campagnes en cause. · The campaigns concerned." })
  @Public()
  campaigns!: string[];
}

/** A reason with its words. */
export const trendReason = (code: TrendReasonCode, campaigns: readonly string[]): TrendReason => ({
  code,
  text: { ...words[code], status: EnglishStatus.PROPOSED },
  campaigns: [...campaigns],
});
