import { Field, InputType, Int } from "type-graphql";
import { EngagementDegree } from "../../shared/engagement-codes.js";
import { ProgressStatus } from "../recommendation/progress-status.js";
import { FilterInput } from "./filter.input.js";
import { CountedUnits, CoverageOf, MeasureKind } from "./measure-codes.js";

@InputType({ description: "Une somme d'un taux. · A sum of a rate." })
export class TermInput {
  @Field(() => String, { description: "Code de la question. · Code of the question." })
  question!: string;

  @Field(() => CountedUnits, { nullable: true, description: "À qui elle est posée. · Of whom it is asked." })
  units?: CountedUnits | null;
}

@InputType({ description: "Une partie d'un total. · A part of a total." })
export class PartInput {
  @Field(() => String, { description: "Code de la catégorie. · Code of the category." })
  category!: string;

  @Field(() => String, { description: "Code de la question. · Code of the question." })
  question!: string;
}

/** A measure as a steward writes it: its kind, and what that kind needs. */
@InputType({
  description: "Une mesure : sa sorte, et ce qu'elle demande. · A measure: its kind, and what it needs.",
})
export class MeasureInput {
  @Field(() => MeasureKind, { description: "Sorte. · Kind." })
  kind!: MeasureKind;

  @Field(() => String, { nullable: true, description: "Catégorie du chiffre. · Category of the figure." })
  category?: string | null;

  @Field(() => CountedUnits, {
    nullable: true,
    description:
      "Qui est compté ; sinon la base de la campagne. · Who is counted; otherwise the campaign's base.",
  })
  units?: CountedUnits | null;

  @Field(() => FilterInput, { nullable: true, description: "Seulement ceux-là. · Only those." })
  where?: FilterInput | null;

  @Field(() => FilterInput, {
    nullable: true,
    description: "SHARE : ce dont c'est la part. · SHARE: what it is the share of.",
  })
  of?: FilterInput | null;

  @Field(() => String, {
    nullable: true,
    description: "SUM, MEAN, DISTRIBUTION, SHARE_BY_CHOICE : la question. · The question.",
  })
  question?: string | null;

  @Field(() => TermInput, { nullable: true, description: "RATE : le dessus. · RATE: what is above." })
  numerator?: TermInput | null;

  @Field(() => TermInput, { nullable: true, description: "RATE : le dessous. · RATE: what is below." })
  denominator?: TermInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "RATE : l'échelle, un entier (100 pour un pourcentage). · RATE: the scale, whole (100 for a percentage).",
  })
  scale?: number | null;

  @Field(() => [PartInput], {
    nullable: true,
    description: "COMPOSITION : les parties. · COMPOSITION: the parts.",
  })
  parts?: PartInput[] | null;

  @Field(() => CoverageOf, { nullable: true, description: "COVERAGE : de quoi. · COVERAGE: of what." })
  coverageOf?: CoverageOf | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "COVERAGE : l'univers, 35 ou 32 établissements. · COVERAGE: the universe, 35 or 32 establishments.",
  })
  universe?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "COVERAGE : seulement les envois à temps. · COVERAGE: only what came on time.",
  })
  onTime?: boolean | null;

  @Field(() => EngagementDegree, {
    nullable: true,
    description: "REGISTER_SHARE : le degré le plus bas compté. · REGISTER_SHARE: the lowest degree counted.",
  })
  atLeastDegree?: EngagementDegree | null;

  @Field(() => [ProgressStatus], {
    nullable: true,
    description: "REGISTER_BY_STATUS : les états, dans l'ordre. · REGISTER_BY_STATUS: the states, in order.",
  })
  statuses?: ProgressStatus[] | null;
}
