import { Field, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";
import { Observation, ObservationStatus } from "../observation/observation.entity.js";
import { TrendReason } from "./trend-reason.js";

/** Where the values go, where that may be told. */
export enum TrendDirection {
  RISING = "RISING",
  FALLING = "FALLING",
  STABLE = "STABLE",
  MIXED = "MIXED",
}
registerEnumType(TrendDirection, {
  name: "TrendDirection",
  description: "Où vont les valeurs. · Where the values go.",
  valuesConfig: {
    RISING: { description: "Chacune dépasse la précédente. · Each is higher than the one before." },
    FALLING: { description: "Chacune est sous la précédente. · Each is lower than the one before." },
    STABLE: { description: "Toutes sont égales. · All are equal." },
    MIXED: { description: "Elles montent et descendent. · They go up and down." },
  },
});

@ObjectType({
  description: "La valeur d'une campagne dans une tendance. · The value of a campaign in a trend.",
})
export class TrendPoint {
  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  @Public()
  campaign!: string;

  @Field(() => Observation, {
    description:
      "La valeur retenue, avec ses contradictions, ou son absence. · The value chosen, with its contradictions, or its absence.",
  })
  @Public()
  observation!: Observation;

  @Field(() => LocalizedText, {
    description:
      "Quelle valeur est retenue, et pourquoi, là où plusieurs sont dites. · Which value is chosen, and why, where several are told.",
  })
  @Public()
  choice!: LocalizedText;

  @Field(() => [Observation], {
    description:
      "Les autres valeurs dites de la même campagne. · The other values told of the same campaign.",
  })
  @Public()
  others!: Observation[];
}

@ObjectType({
  description:
    "L'évolution d'un indicateur d'une campagne à l'autre, ou pourquoi elle ne se calcule pas. · How an indicator changes from one campaign to another, or why that cannot be calculated.",
})
export class IndicatorTrend {
  @Field(() => ObservationStatus, {
    description: "OBSERVED ou CANNOT_BE_CALCULATED. · OBSERVED or CANNOT_BE_CALCULATED.",
  })
  @Public()
  status!: ObservationStatus;

  @Field(() => TrendDirection, {
    nullable: true,
    description: "La direction, seulement si elle peut se dire. · The direction, only when it may be told.",
  })
  @Public()
  direction!: TrendDirection | null;

  @Field(() => [TrendReason], {
    description:
      "Pourquoi elle ne se calcule pas ; vide sinon. · Why it cannot be calculated; empty otherwise.",
  })
  @Public()
  reasons!: TrendReason[];

  @Field(() => [TrendPoint], {
    description: "Un point par campagne, la plus ancienne d'abord. · One point a campaign, the oldest first.",
  })
  @Public()
  points!: TrendPoint[];
}
