import { Field, InputType } from "type-graphql";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { IndicatorSphere, Polarity } from "../indicator/indicator.entity.js";
import { Basis, Unit, ValueType } from "../indicator/measure.js";
import { ObservationLevel } from "../observation/observation.entity.js";
import { MeasureInput } from "./measure.input.js";

@InputType({ description: "Une catégorie d'un indicateur. · A category of an indicator." })
export class CategoryInput {
  @Field(() => String, { description: "Code. · Code." })
  code!: string;

  @Field(() => LocalizedTextInput, { description: "Libellé. · Label." })
  label!: LocalizedTextInput;
}

/** A definition as a steward writes it. */
@InputType({
  description:
    "Un nouvel indicateur, ou la version suivante d'un indicateur connu. · A new indicator, or the next version of a known one.",
})
export class DefineIndicatorInput {
  @Field(() => String, { description: "Code, IQP-27. · Code, IQP-27." })
  code!: string;

  @Field(() => LocalizedTextInput, { description: "Nom. · Name." })
  name!: LocalizedTextInput;

  @Field(() => LocalizedTextInput, { description: "En mots simples. · In plain words." })
  plain!: LocalizedTextInput;

  @Field(() => LocalizedTextInput, { description: "Définition. · Definition." })
  definition!: LocalizedTextInput;

  @Field(() => LocalizedTextInput, {
    description: "Ce que compte le numérateur. · What the numerator counts.",
  })
  numeratorDefinition!: LocalizedTextInput;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: "Ce que compte le dénominateur. · What the denominator counts.",
  })
  denominatorDefinition?: LocalizedTextInput | null;

  @Field(() => IndicatorSphere, { description: "Sphère. · Sphere." })
  sphere!: IndicatorSphere;

  @Field(() => Unit, { description: "Unité. · Unit." })
  unit!: Unit;

  @Field(() => ValueType, { description: "Sorte de nombre. · Kind of number." })
  valueType!: ValueType;

  @Field(() => Basis, { description: "De qui il parle. · Whom it speaks of." })
  basis!: Basis;

  @Field(() => Polarity, {
    nullable: true,
    description:
      "Sens du mieux ; sans jugement s'il n'est pas donné. · Direction of better; no judgement when not given.",
  })
  polarity?: Polarity | null;

  @Field(() => [String], {
    description: "Codes des campagnes qui le demandent. · Codes of the campaigns that ask for it.",
  })
  askedIn!: string[];

  @Field(() => [MeasureInput], {
    description:
      "Comment il se calcule ; plusieurs là où un fait a deux bases. · How it is computed; several where a fact has two bases.",
  })
  measures!: MeasureInput[];

  @Field(() => [ObservationLevel], {
    nullable: true,
    description:
      "Niveaux de publication ; la province s'ils ne sont pas donnés. · Levels of publication; the province when not given.",
  })
  levels?: ObservationLevel[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Indicateurs sans lesquels un nombre de personnes ne se montre pas. · Indicators without which a head count is not shown.",
  })
  companions?: string[] | null;

  @Field(() => [CategoryInput], {
    nullable: true,
    description:
      "Libellés de ses catégories ; ceux des choix viennent du formulaire. · Labels of its categories; those of choices come from the form.",
  })
  categories?: CategoryInput[] | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "Mises en garde. · Caveats." })
  caveats?: LocalizedTextInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Codes des recommandations qu'il aide à suivre. · Codes of the recommendations that it helps to follow.",
  })
  recommendationLinks?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Vrai : tout est vérifié et calculé, rien n'est écrit. · True: all is checked and computed, nothing is written.",
  })
  dryRun!: boolean;
}
