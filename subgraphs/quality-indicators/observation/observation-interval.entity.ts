import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";

/** How an interval is computed. */
export enum IntervalMethod {
  WILSON_95 = "WILSON_95",
}
registerEnumType(IntervalMethod, {
  name: "IntervalMethod",
  description: "Comment un intervalle se calcule. · How an interval is computed.",
  valuesConfig: {
    WILSON_95: {
      description:
        "Intervalle de Wilson à 95 %, du numérateur et du dénominateur. · Wilson interval at 95%, from the numerator and the denominator.",
    },
  },
});

@ObjectType({
  description:
    "L'intervalle autour d'une part de bureaux, de répondants, d'établissements ou de régions. · The interval around a share of offices, respondents, establishments or regions.",
})
export class ObservationInterval {
  @Field(() => Float, {
    description: "Bas, en pour cent, à une décimale. · Low end, in percent, to one decimal.",
  })
  @Public()
  low!: number;

  @Field(() => Float, {
    description: "Haut, en pour cent, à une décimale. · High end, in percent, to one decimal.",
  })
  @Public()
  high!: number;

  @Field(() => IntervalMethod, { description: "Méthode. · Method." })
  @Public()
  method!: IntervalMethod;

  @Field(() => LocalizedText, {
    description: "Ce qu'il ne faut pas lui faire dire. · What it must not be made to say.",
  })
  @Public()
  caveat!: LocalizedText;
}
