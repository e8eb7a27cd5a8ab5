import { Field, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { PublicationChange } from "./publication-changes.js";

@Authorized("steward:publish")
@ObjectType({ description: "Ce qu'une publication a écrit. · What a publication wrote." })
export class Publication {
  @Field(() => String, { description: "Code de l'édition, 2025-2026.1. · Code of the vintage, 2025-2026.1." })
  vintage!: string;

  @Field(() => Int, { description: "Valeurs, protégées comprises. · Values, protected ones included." })
  observations!: number;

  @Field(() => Int, { description: "Valeurs protégées. · Protected values." })
  suppressed!: number;
}

@Authorized("steward:publish")
@ObjectType({
  description:
    "Une valeur que l'édition suivante dirait autrement. · A value that the next vintage would say otherwise.",
})
export class PreviewedChange implements PublicationChange {
  @Field(() => String, { description: "Code de l'indicateur. · Code of the indicator." })
  indicator!: string;

  @Field(() => String, { description: "Niveau. · Level." })
  level!: string;

  @Field(() => String, { description: "Code du territoire. · Code of the area." })
  area!: string;

  @Field(() => String, { nullable: true, description: "Catégorie. · Category." })
  category!: string | null;

  @Field(() => String, { nullable: true, description: "Valeur en vigueur. · Value in force." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "Valeur à venir. · Value to come." })
  after!: string | null;
}

@Authorized("steward:publish")
@ObjectType({
  description:
    "Ce qu'une publication écrirait ; rien n'est écrit. · What a publication would write; nothing is written.",
})
export class PublicationPreview extends Publication {
  @Field(() => Int, {
    description: "Bureaux dont les réponses y seraient. · Offices whose answers would be in it.",
  })
  offices!: number;

  @Field(() => Int, {
    description:
      "Envois approuvés depuis l'édition en vigueur. · Submissions approved since the vintage in force.",
  })
  newlyApproved!: number;

  @Field(() => Int, {
    description:
      "Envois de l'édition en vigueur qui n'y seraient plus : retirés depuis. · Submissions of the vintage in force that would not be in it: withdrawn since.",
  })
  leftOut!: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "Embargo : rien n'est publié avant cet instant. · Embargo: nothing is published before this instant.",
  })
  embargoUntil!: Date | null;

  @Field(() => Boolean, {
    description:
      "Vrai tant que l'embargo interdit de publier. · True as long as the embargo forbids to publish.",
  })
  isEmbargoed!: boolean;

  @Field(() => [PreviewedChange], { description: "Ce qui changerait. · What would change." })
  changes!: PublicationChange[];
}
